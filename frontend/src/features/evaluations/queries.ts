import type { QueryClient } from '@tanstack/react-query';
import { getEvaluationOptions, listEvaluationsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listEvaluations } from '@/api/gen/sdk.gen';
import type { ListEvaluationsData } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';

/** Evaluations of one network, the last opened first; for its core group, office and board. */
export function networkEvaluationsOptions(organization: string, networkId: string) {
  return pagesOf(organization, { network: networkId });
}

/** Evaluations that still wait for a view or a decision. */
export function openEvaluationsOptions(organization: string) {
  return pagesOf(organization, { state: 'open' });
}

function pagesOf(organization: string, query: NonNullable<ListEvaluationsData['query']>) {
  const path = { organization };
  return keysetOptions(listEvaluationsQueryKey({ path, query }), (cursor, signal) =>
    listEvaluations({ path, query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** One evaluation. */
export function evaluationOptions(organization: string, evaluation: string) {
  return getEvaluationOptions({ path: { organization, evaluation } });
}

/** What must be asked anew when an evaluation changed; the network may have changed with it. */
export function refreshEvaluations(queryClient: QueryClient): Promise<unknown> {
  const operations = ['listEvaluations', 'getEvaluation', 'listAgreements'];
  return Promise.all(operations.map((_id) => queryClient.invalidateQueries({ queryKey: [{ _id }] })));
}
