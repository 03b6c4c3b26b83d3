import { type QueryClient, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import {
  getFoundingPlanOptions,
  getFoundingPlanQueryKey,
  getFoundingPlanQueueOptions,
  getOwnAccountQueryKey,
  listFoundingPlansQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listFoundingPlans } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';

/** How soon the one who writes sees what another wrote. */
const lookAgainMs = 4_000;

/** One plan, as the caller may see it. */
export function planOptions(organization: string, plan: string) {
  return getFoundingPlanOptions({ path: { organization, plan } });
}

/** The plan of this page; it looks again every few seconds, because people write together. */
export function usePlan(plan: string): FoundingPlan {
  const { slug } = useOrganization();
  return useSuspenseQuery({ ...planOptions(slug, plan), refetchInterval: lookAgainMs }).data;
}

/** Plans the caller began or is named in, the one that changed last first; for office and board too. */
export function ownPlansOptions(organization: string) {
  const path = { organization };
  const query = { choice: 'mine' } as const;
  return keysetOptions(listFoundingPlansQueryKey({ path, query }), (cursor, signal) =>
    listFoundingPlans({ path, query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** What waits for the office, the board and a start. */
export function queueOptions(organization: string) {
  return getFoundingPlanQueueOptions({ path: { organization } });
}

/** Takes over a plan as the API answered it, and asks anew for what shows it elsewhere. */
export async function keepPlan(client: QueryClient, organization: string, plan: FoundingPlan): Promise<void> {
  client.setQueryData(getFoundingPlanQueryKey({ path: { organization, plan: plan.id } }), plan);
  const elsewhere = ['listFoundingPlans', 'getFoundingPlanQueue', 'listNetworks', 'listNetworkHealth'];
  await Promise.all([
    ...elsewhere.map((_id) => client.invalidateQueries({ queryKey: [{ _id }] })),
    client.invalidateQueries({ queryKey: getOwnAccountQueryKey() }),
  ]);
}

/** Where a deed is sent. */
export type PlanRequest = {
  path: { organization: string; plan: string };
};

/** Does something with a plan outside a form; a refusal makes the page look again, for the plan may have changed. */
export function usePlanDeed(plan: FoundingPlan, onDone?: (plan: FoundingPlan) => void) {
  const client = useQueryClient();
  const { slug: organization } = useOrganization();
  const path = { organization, plan: plan.id };
  return useMutation({
    mutationFn: async (deed: (request: PlanRequest) => Promise<{ data: FoundingPlan }>) => (await deed({ path })).data,
    async onSuccess(changed) {
      await keepPlan(client, organization, changed);
      onDone?.(changed);
    },
    onError: () => client.invalidateQueries({ queryKey: getFoundingPlanQueryKey({ path }) }),
  });
}
