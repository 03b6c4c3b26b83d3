import { useMutation } from '@tanstack/react-query';
import { decideAffiliation, endAffiliation } from '@/api/gen/sdk.gen';
import type { AffiliationVerdict } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { useAffiliationsChanged } from './queries';

type Decision = { affiliation: string; decision: AffiliationVerdict; reason?: string };

/** Approving or declining who says to be a member, or taking back an invitation. */
export function useDecision() {
  const { slug: organization } = useOrganization();
  const changed = useAffiliationsChanged();
  return useMutation({
    mutationFn: async ({ affiliation, ...body }: Decision) =>
      (await decideAffiliation({ path: { organization, affiliation }, body })).data,
    onSuccess: ({ personId }) => void changed(personId),
  });
}

/** Ending what someone is to the organisation. */
export function useEnding() {
  const { slug: organization } = useOrganization();
  const changed = useAffiliationsChanged();
  return useMutation({
    mutationFn: async ({ affiliation, reason }: { affiliation: string; reason: string }) =>
      (await endAffiliation({ path: { organization, affiliation }, body: { reason } })).data,
    onSuccess: ({ personId }) => void changed(personId),
  });
}
