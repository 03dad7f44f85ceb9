import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Names of tool calls, by the arguments of the call: n8n hands the same object to each try of it. */
const toolCalls = new WeakMap<object, string>();

/** Older versions of n8n do not have the method; there, at least the missing execution tells. */
const runsOutside = (
	context: Pick<IExecuteFunctions, 'getExecutionId'> & Partial<IExecuteFunctions>,
) => context.isToolExecution?.() || !context.getExecutionId();

/** What n8n tells the hooks of an execution, to which a context leads at run time. */
interface WithHooks {
	additionalData?: { hooks?: { retryOf?: unknown } };
}

/**
 * The execution that this one is the *Retry* of.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/execution-engine/execution-lifecycle-hooks.ts
 */
function retriedBy(context: object): string | undefined {
	const { retryOf } = (context as WithHooks).additionalData?.hooks ?? {};
	return typeof retryOf === 'string' && retryOf !== '' ? retryOf : undefined;
}

/**
 * The execution in which the node first ran. n8n keeps what a node notes in its context with the data of the
 * execution, and hands the data on to *Retry* in the list of executions, which has an ID of its own. Of an execution
 * that was cut off because n8n was killed, there are no such data: n8n tells only which one is retried.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/executions/execution.service.ts `retry`
 */
function firstExecutionOf(context: IExecuteFunctions): string {
	const noted = context.getContext('node') as { firstExecutionId?: string };
	return (noted.firstExecutionId ??= retriedBy(context) ?? context.getExecutionId());
}

/**
 * When the execution was made, which n8n stores with it: the same for a worker that takes it over, and for Retry. Older
 * versions of n8n do not tell.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/execution-engine/execution-context.ts
 */
const madeAt = (context: Partial<IExecuteFunctions>): number =>
	context.getExecutionContext?.()?.establishedAt ?? 0;

/**
 * What tells this run of the node from all others, and is the same in each try of it: Retry On Fail, Retry
 * in the list of executions, and a worker that takes over an execution of a stopped one.
 *
 * Execution IDs are counted by each n8n from 1, and node IDs come along with an exported workflow: two
 * n8n with one app can coincide in both, so the n8n itself is a part of the key. It is known by its
 * encryption key, which several may share; and a database that is new, or restored from a backup, counts from an earlier
 * number again. So it is also a part when the execution was made.
 *
 * As a tool inside an agent or an MCP server, the node gets a new run index in each try, and an MCP
 * server runs it without an execution: neither can name the run.
 */
export function runKeyOf(context: IExecuteFunctions): Array<string | number> {
	if (runsOutside(context)) {
		const given = context.getInputData()[0].json;
		const call = toolCalls.get(given) ?? randomUUID();
		toolCalls.set(given, call);
		return [call];
	}
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return [
		context.getInstanceId(),
		firstExecutionOf(context),
		madeAt(context),
		context.getNode().id,
		$runIndex as number,
	];
}
