import type { LarkContext } from './caller';

/**
 * The same context for what is still to be sent when its execution is stopped: n8n's helper refuses requests
 * of a stopped execution.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/execution-engine/node-execution-context/utils/request-helpers/authentication.ts
 */
export const uncancelled = <Context extends LarkContext>(context: Context): Context =>
	Object.create(context, {
		getExecutionCancelSignal: { value: () => undefined },
	}) as Context;
