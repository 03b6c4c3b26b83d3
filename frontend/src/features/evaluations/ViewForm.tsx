import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { writeCoreGroupView, writeOfficeView } from '@/api/gen/sdk.gen';
import type { Evaluation } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { hasStatus } from '@/app/problem';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { TextAreaField } from '@/ui/Field';
import { Row } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { refreshEvaluations } from './queries';

type ViewFormProps = { evaluation: Evaluation; of: 'core-group' | 'office' };

/** Write what the core group or the office makes of it. When someone else wrote meanwhile, both texts stand side by side. */
export function ViewForm({ evaluation, of }: ViewFormProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const [isStale, setStale] = useState(false);
  const current = (of === 'core-group' ? evaluation.coreGroupView : evaluation.officeView)?.text ?? '';
  const write = of === 'core-group' ? writeCoreGroupView : writeOfficeView;
  const form = useApiForm({
    submit: (input) =>
      write({
        path: { organization, evaluation: evaluation.id },
        headers: ifVersion(evaluation),
        body: { text: input.text('text') },
      }),
    onProblem(problem) {
      if (!hasStatus(problem, 412)) return 'show';
      setStale(true);
      void refreshEvaluations(queryClient);
      return 'handled';
    },
    async onDone() {
      setStale(false);
      await refreshEvaluations(queryClient);
      showToast({ text: t`Je tekst is bewaard.` });
    },
  });
  return (
    <Panel>
      <ApiForm form={form}>
        {isStale ? (
          <Notice tone="warn" title={t`Iemand anders schreef hier ook`} announce="now">
            <p>{t`Hieronder staat jouw tekst. Dit staat er nu:`}</p>
            <PlainText>{current}</PlainText>
            <p>{t`Neem over wat je wilt houden en bewaar opnieuw.`}</p>
          </Notice>
        ) : null}
        <TextAreaField
          name="text"
          label={of === 'core-group' ? t`Wat vinden jullie als kerngroep?` : t`Wat vindt het kantoor?`}
          hint={t`Wat gaat goed, en wat kan anders? Het bestuur leest dit voordat het besluit.`}
          rows={6}
          required
          maxLength={4000}
          defaultValue={current}
        />
        <Row>
          <SubmitButton form={form}>{t`Bewaar de tekst`}</SubmitButton>
        </Row>
      </ApiForm>
    </Panel>
  );
}
