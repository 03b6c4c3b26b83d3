import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getFoundingPlanQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { writeFoundingPlanSection } from '@/api/gen/sdk.gen';
import type { PlanSection } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { draftOf, followed, merged, standing } from './sectionDraft';

type Writing = { text: string; version: number };

/** A section while it is written: what is typed, whether it is kept, and what to do when another wrote here too. */
export function useSectionDraft(planId: string, section: PlanSection) {
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const path = { organization, plan: planId };
  const [draft, setDraft] = useState(() => draftOf(section));
  // The plan was looked at again: follow it, unless something else is typed here.
  const current = followed(draft, section);
  if (current !== draft) setDraft(current);

  const lookAgain = () => client.invalidateQueries({ queryKey: getFoundingPlanQueryKey({ path }) });
  const saving = useMutation({
    mutationFn: async ({ text, version }: Writing) =>
      (
        await writeFoundingPlanSection({
          path: { ...path, section: section.section },
          headers: ifVersion({ version }),
          body: { text },
        })
      ).data,
    onSuccess(written, sent) {
      setDraft(({ typed }) => ({ seen: written, typed: typed === sent.text ? written.text : typed }));
      return lookAgain();
    },
    onError: lookAgain,
  });

  const stands = standing(current, section);
  return {
    typed: current.typed,
    stands,
    saving,
    type: (typed: string) => setDraft({ ...current, typed }),
    /** Keeps what is typed, unless there is nothing to keep or another wrote here. */
    save() {
      if (stands === 'changed' && !saving.isPending)
        saving.mutate({ text: current.typed, version: current.seen.version });
    },
    /** Puts the own text in the place of the other's, which was seen. */
    keepMine: () => saving.mutate({ text: current.typed, version: section.version }),
    takeTheirs: () => setDraft(draftOf(section)),
    mergeBoth: () =>
      setDraft({ seen: { text: section.text, version: section.version }, typed: merged(current.typed, section.text) }),
  };
}
