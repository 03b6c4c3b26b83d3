import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { commentOnFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan, SectionKind } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { TextAreaField } from '@/ui/Field';
import { Row } from '@/ui/Layout';
import { keepPlan } from './queries';

type CommentFormProps = { plan: FoundingPlan; section: SectionKind; onClose: () => void };

/** A remark on one section; the proposers read it when the plan goes back to them. */
export function CommentForm({ plan, section, onClose }: CommentFormProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await commentOnFoundingPlan({
        path: { organization, plan: plan.id },
        body: { section, text: input.text('text') },
      });
      return data;
    },
    async onDone(changed) {
      await keepPlan(client, organization, changed);
      onClose();
    },
  });
  return (
    <ApiForm form={form}>
      <TextAreaField
        name="text"
        ref={focus}
        label={t`Opmerking`}
        hint={t`De indieners lezen dit als het plan terugkomt.`}
        required
        rows={3}
        maxLength={2000}
      />
      <Row>
        <SubmitButton form={form} variant="secondary">{t`Bewaar de opmerking`}</SubmitButton>
        <Button variant="quiet" onPress={onClose}>{t`Annuleren`}</Button>
      </Row>
    </ApiForm>
  );
}

/** Who asks for the form wants to type. */
function focus(field: HTMLTextAreaElement | null) {
  field?.focus();
}
