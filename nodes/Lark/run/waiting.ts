import { WAIT_INDEFINITELY, type IExecuteFunctions } from 'n8n-workflow';

import { appOf } from '../../shared/decision/appKeys';
import { resumeUrlOf } from '../../shared/decision/resumeUrl';
import { sealTicket } from '../../shared/decision/ticket';
import { keepQuestion } from '../../shared/decision/waitingState';
import type { Waiting } from '../fields/item';

/** Lets the execution wait until the time to answer is over. */
export async function waitForAnswer(
	context: IExecuteFunctions,
	expiresAt: number | undefined,
): Promise<void> {
	await context.putExecutionToWait(
		expiresAt === undefined ? WAIT_INDEFINITELY : new Date(expiresAt),
	);
}

/** How an operation lets the execution of this context wait. */
export const waitingOf = (context: IExecuteFunctions): Waiting => ({
	toolInput: () => context.getInputData()[0]?.json.toolParameters,
	async ticketFor({ id, expiresAt }) {
		const app = appOf(await context.getCredentials('larkApi', 0));
		return sealTicket(
			{
				executionId: context.getExecutionId(),
				nodeId: context.getNode().id,
				instanceId: context.getInstanceId(),
				resume: resumeUrlOf(context).path,
				questionId: id,
				...(expiresAt !== undefined && { expiresAt }),
			},
			app,
		);
	},
	resumeUrl: (parameters) => resumeUrlOf(context, parameters).url,
	async begin(state) {
		keepQuestion(context, state);
		await waitForAnswer(context, state.question.expiresAt);
	},
});
