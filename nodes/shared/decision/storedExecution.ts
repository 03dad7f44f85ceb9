import type { INode, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { DecidedBefore, QuestionState } from './question';

/*
 * What is known here of the inside of n8n 2.41: an execution is stored with `contextData`, where each node has a
 * place of its own, and with `nodeExecutionStack`, whose first entry is the node that waits. It stays stored when
 * the execution has gone on, until n8n deletes it. Every context has a way to read it at run time.
 *
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/workflow/src/node-helpers.ts `getContext`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/workflow-execute-additional-data.ts `getRunExecutionData`
 */

/** What a node that asks keeps with the execution. */
export interface Kept {
	question?: QuestionState;
	/** Questions of earlier runs of the node, in a loop. */
	earlier?: DecidedBefore[];
	/** ID of the execution in which the node runs once more only to wait on. A retry is another execution. */
	again?: string;
	/** How long it holds on before it waits, in ms. */
	hold?: number;
}

interface StoredData {
	executionData?: {
		contextData?: Record<string, Kept | undefined>;
		nodeExecutionStack?: Array<{ node?: INode; data?: { main?: INodeExecutionData[][] } }>;
	};
}

/** A context, and what it has at run time. */
type Reader = object & {
	additionalData?: { getRunExecutionData?(executionId: string): Promise<StoredData | undefined> };
};

/** The stored execution that a webhook resumes, as n8n has loaded it. */
export const storedBy = (context: IWebhookFunctions) =>
	(context as unknown as { runExecutionData?: StoredData | null }).runExecutionData?.executionData;

const placeOf = (context: IWebhookFunctions): string => `node:${context.getNode().name}`;

/** What the node of a webhook keeps with the execution, as n8n has loaded it. */
export const keptIn = (context: IWebhookFunctions): Kept | undefined =>
	storedBy(context)?.contextData?.[placeOf(context)];

/** @returns undefined when the execution is not stored any more, or this n8n has no way to read it */
async function read(context: object, executionId: string) {
	const { additionalData } = context as Reader;
	const data = await additionalData?.getRunExecutionData?.(executionId);
	return data?.executionData?.contextData;
}

/** What the node of a webhook keeps with the execution, as it is stored now; undefined when that cannot be read. */
export async function keptNow(context: IWebhookFunctions): Promise<Kept | undefined> {
	const places = await read(context, context.getExecutionId());
	return places?.[placeOf(context)];
}

/** What is stored of a question: all of it, or how it was decided, if its node has asked another one since. */
export type StoredQuestion = { state: QuestionState } | { before: DecidedBefore };

/**
 * Finds a question in an execution of this n8n, whether it waits or has gone on, and in whichever process.
 *
 * @returns undefined when nothing is stored of it
 */
export async function findStored(
	context: object,
	executionId: string,
	questionId: string,
): Promise<StoredQuestion | undefined> {
	for (const kept of Object.values((await read(context, executionId)) ?? {})) {
		if (kept?.question?.question.id === questionId) return { state: kept.question };
		const before = kept?.earlier?.find(({ id }) => id === questionId);
		if (before) return { before };
	}
	return undefined;
}
