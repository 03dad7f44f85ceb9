import { createHash } from 'node:crypto';
import type {
	IExecuteResponsePromiseData,
	INodeExecutionData,
	IRun,
	ITriggerFunctions,
} from 'n8n-workflow';

/**
 * The deduplication key of an execution of a trigger. The same events have the same key, in whatever
 * order they come.
 *
 * @param eventKeys at least one
 */
export function executionKey(context: ITriggerFunctions, [first, ...others]: string[]): string {
	const events =
		others.length === 0
			? first
			: createHash('sha256')
					.update([first, ...others].sort().join())
					.digest('base64url');
	return [context.getWorkflow().id, context.getNode().id, events].join(':');
}

/**
 * Starts an execution under a deduplication key, which n8n's database has once. `emit` gives no sign that n8n
 * has stored an execution, but settles two promises: that of the end resolves when the execution has ended
 * or one with the key existed already, and rejects when n8n could not store it; that of the response resolves
 * earlier, when a node of the execution calls `sendResponse`.
 *
 * @param response gets what the node responds with
 * @param done settles when the execution has ended
 * @returns whether a node has responded before the end
 * @throws when n8n could not store the execution
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/workflows/triggers/trigger-execution-context.factory.ts
 * `getExecuteTriggerFunctions` (emit) and `settleDonePromise`
 */
export async function emitOnce(
	context: ITriggerFunctions,
	items: INodeExecutionData[],
	key: string,
	response = context.helpers.createDeferredPromise<IExecuteResponsePromiseData>(),
	done = context.helpers.createDeferredPromise<IRun>(),
): Promise<boolean> {
	context.emit([items], response, done, key);
	const ended = done.promise.then(() => false);
	// An execution that fails before its first node rejects its response, but it is stored.
	const responded = response.promise.then(
		() => true,
		async () => await ended,
	);
	return await Promise.race([ended, responded]);
}
