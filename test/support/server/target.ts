import { openTicket } from '../../../nodes/shared/decision/ticket';
import type { Target } from '../fuzz/answers';
import type { TestSetup } from '.';
import type { Asked } from './asking';
import type { PublishedTrigger } from './published-trigger';

/** What somebody knows who has read the card of a question, and has the secrets of the app. */
export async function targetOf(
	setup: TestSetup,
	{ message }: Asked,
	trigger: PublishedTrigger,
): Promise<Target> {
	const { world, app, openIdOf } = setup.sandbox;
	const [sealed] = /q1\.[\w-]+/.exec(message.sentContent) ?? [''];
	const ticket = openTicket(sealed, app);
	if (!ticket) throw new Error('the card has no ticket of the app');
	const [alice] = world.chats[0].members.map((id) => world.userById(id)!);
	return {
		trigger,
		url: setup.url,
		sealed,
		ticket,
		app,
		message_id: message.messageId,
		chat_id: message.chatId,
		open_id: openIdOf(alice),
	};
}
