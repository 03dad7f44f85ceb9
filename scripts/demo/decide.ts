import { chatNamed } from '../../harness/conversation';
import type { Execution } from '../../harness/n8n-server';
import type { User } from '../../sandbox';
import { ALERT_CHAT, type Demo } from './start';

/** How many of the people must approve in the deploy gate. */
const APPROVALS = 2;

/**
 * Approves what a workflow asks for, as the people who are asked, and waits for its end.
 *
 * @param executionId of the execution that waits
 * @throws when an approval is not taken
 */
export async function decide({ client, sandbox }: Demo, executionId: string): Promise<Execution> {
	const { world } = sandbox;
	const { messages } = chatNamed(world, ALERT_CHAT);
	const question = messages.filter(({ msgType }) => msgType === 'interactive').at(-1);
	if (!question) throw new Error('The question has no card');
	for (const from of world.users.slice(0, APPROVALS) as User[]) {
		const toast = await sandbox.press({ from, message: question.messageId, button: 0, form: {} });
		if (toast?.type !== 'success') throw new Error(`${from.name} could not approve`);
		console.log(`  in ${ALERT_CHAT} | ${from.name} approves`);
	}
	return await client.finishedExecution(executionId);
}
