import type { Message, User } from '../../sandbox';
import { chatNamed, replyTo, textOf } from '../../harness/conversation';
import { waitFor } from '../../harness/n8n-server';
import { ALERT_CHAT, type Demo } from './start';

/**
 * Uses the demo as a person would, and prints what is said.
 *
 * @throws when the bot does not answer, or not as it should, or the alert does not arrive
 */
export async function checkDemo({ sandbox, alertUrl }: Demo): Promise<void> {
	const { world, app } = sandbox;
	const user = world.users[0] as User;
	const group = chatNamed(world, ALERT_CHAT);
	const p2p = world.openP2p(user.userId, { type: 'app', appId: app.appId });

	const print = (where: string, message: Message) =>
		console.log(`  ${where} | ${world.nameOf(message.sender)}: ${asRead(message)}`);

	const exchange = async (where: string, chat: string, text: string, mentionBot = false) => {
		const said = sandbox.say({ from: user, chat, text, mentionBot });
		print(where, said);
		const answer = await replyTo(world, said);
		print(where, answer);
		if (!textOf(answer).includes(text)) throw new Error('The bot answered something else');
	};

	await exchange('in private', p2p.chatId, 'Hello, is anybody there?');
	await exchange(`in ${ALERT_CHAT}`, group.chatId, 'and here?', true);

	const before = group.messages.length;
	const alert = { severity: 'critical', service: 'db-1', text: 'The disk is 95 % full' };
	await fetch(alertUrl, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(alert),
	});
	print(
		`in ${ALERT_CHAT}`,
		await waitFor('the alert in the chat', () =>
			group.messages.slice(before).find((message) => textOf(message).includes(alert.text)),
		),
	);
}

/** The text as a person reads it, with names for mentions. */
function asRead(message: Message): string {
	return message.mentions.reduce(
		(text, { key, name }) => text.replace(key, `@${name}`),
		textOf(message),
	);
}
