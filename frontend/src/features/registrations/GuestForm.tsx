import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { registerGuest } from '@/api/gen/sdk.gen';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { ApiForm } from '@/app/ApiForm';
import { currentLocale } from '@/app/i18n';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { type ApiFormState, useApiForm } from '@/app/useApiForm';
import { useSessionStatus } from '@/app/session';
import { CheckboxField } from '@/ui/ChoiceField';
import { TextField } from '@/ui/Field';
import { Link } from '@/ui/Link';
import { consentVersion } from './consent';
import { NeedsField } from './NeedsField';

/** Asks for a place as a guest; a link goes by mail. `onMailed` gets the address it goes to. */
export function useGuestForm(meeting: MeetingSummary, onMailed: (address: string) => void): ApiFormState {
  const { slug: organization } = useOrganization();
  return useApiForm({
    submit: async (input) => {
      const email = input.text('email');
      await registerGuest({
        path: { organization, meeting: meeting.id },
        body: {
          name: input.text('name'),
          email,
          needs: input.text('needs'),
          language: currentLocale(),
          consent: { textVersion: consentVersion },
        },
      });
      return email;
    },
    onDone: onMailed,
  });
}

export function GuestForm({ form }: { form: ApiFormState }) {
  const { t } = useLingui();
  return (
    <ApiForm form={form}>
      <SignInHint />
      <TextField name="name" label={t`Naam`} required autoComplete="name" maxLength={120} />
      <TextField
        name="email"
        type="email"
        label={t`E-mailadres`}
        hint={t`Hier sturen we een link naartoe om je aanmelding te bevestigen.`}
        required
        autoComplete="email"
        maxLength={254}
      />
      <NeedsField />
      <CheckboxField
        name="consent"
        required
        label={t`Het netwerk mag mijn naam en e-mailadres gebruiken voor deze bijeenkomst`}
        hint={<KeptFor />}
      />
    </ApiForm>
  );
}

function KeptFor() {
  const { rules } = useOrganization();
  return (
    <Plural
      value={rules.guestRetentionDays}
      one="Een dag na de bijeenkomst wissen we ze."
      other="# dagen na de bijeenkomst wissen we ze."
    />
  );
}

function SignInHint() {
  const { slug } = useOrganization();
  const status = useSessionStatus();
  if (status === 'signed-in') return null;
  return (
    <p>
      <Trans>
        Heb je een account? <Link href={paths.signIn(slug, `${location.pathname}${location.search}`)}>Log dan in</Link>.
        Dan hoef je dit niet in te vullen.
      </Trans>
    </p>
  );
}
