import type { Message, User } from '../../sandbox';
import { chatNamed, replyTo, textOf } from '../../harness/conversation';
import { agree } from '../../harness/consent';
import { waitFor } from '../../harness/n8n-server';
import { decide } from './decide';
import { LIVE_ANSWER } from './liveBots';
import { ALERT_CHAT, type Demo } from './start';

/**
 * Uses the demo as a person would, and prints what is said.
 *
 * @throws when the bot does not answer, or not as it should, the alert does not arrive, an example does not run,
 * or a person cannot connect
 */
export async function checkDemo(demo: Demo): Promise<void> {
	const { sandbox, alertUrl, client, longConnectionBot, liveLongConnectionBot } = demo;
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
	await watchAnswer(demo, p2p.chatId, user);

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

	await runExamples(demo);
	await connectPerson(demo, user);

	await client.publish(longConnectionBot);
	const isConnected = () => sandbox.hub.of(app.appId).length > 0 || undefined;
	await waitFor('the long connection', isConnected);
	sandbox.useLongConnection(app.appId);
	await exchange('in private', p2p.chatId, 'and over the long connection?');
	await client.publish(liveLongConnectionBot);
	await watchAnswer(demo, p2p.chatId, user);
}

/** Asks the agent, and watches its answer grow until it is complete. */
async function watchAnswer({ sandbox }: Demo, chatId: string, from: User): Promise<void> {
	const { world } = sandbox;
	const said = sandbox.say({ from, chat: chatId, text: '/ask How does this work?' });
	const cardIdOf = () =>
		world
			.chat(chatId)
			?.messages.find(({ parentId, cardId }) => parentId === said.messageId && cardId)?.cardId;
	const states = new Set<string>();
	await waitFor('the live answer', () => {
		const entity = world.cardEntities.byId(cardIdOf() ?? '');
		const { config, body } = (entity?.card ?? {}) as {
			config?: { streaming_mode?: boolean };
			body?: { elements: Array<{ element_id: string; content?: string }> };
		};
		const text = body?.elements.find(({ element_id }) => element_id === 'answer')?.content;
		if (text) states.add(text);
		return (text === LIVE_ANSWER && config?.streaming_mode === false) || undefined;
	});
	if (states.size < 3) throw new Error('The answer came all at once');
	console.log(`  in private | the agent answers live, in ${states.size} steps or more`);
}

const STARTED_BY_HAND = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.errorTrigger'];

/** Executes each example that needs no event, as it was saved. Where people are asked, they approve. */
async function runExamples(demo: Demo): Promise<void> {
	const { client, examples } = demo;
	for (const { id, name, nodes } of examples) {
		const start = nodes.find(({ type }) => STARTED_BY_HAND.includes(type));
		if (!start) continue;
		const executionId = await client.startWorkflow(id, start.name);
		const stopped = await client.finishedExecution(executionId);
		const isAsking = stopped.status === 'waiting';
		const { status, data } = isAsking ? await decide(demo, executionId) : stopped;
		if (status !== 'success') {
			throw new Error(`${name} does not run: ${data.resultData.error?.message ?? status}`);
		}
		console.log(`  ${name} | runs`);
	}
}

/** Connects the OAuth2 credential as a person does: n8n's button, the consent page, and back to n8n. */
async function connectPerson(
	{ client, personCredential, sandbox }: Demo,
	user: User,
): Promise<void> {
	await client.visit(await agree(await client.oauthUrl(personCredential.id), user));
	const exchange = sandbox.requests.find(
		({ endpointId }) => endpointId === 'authen.v2.oauth.token',
	);
	if (exchange?.status !== 200) throw new Error('n8n has not connected the person');
	console.log(`  OAuth2 | ${user.name} is connected`);
}

/** The text as a person reads it, with names for mentions. */
function asRead(message: Message): string {
	return message.mentions.reduce(
		(text, { key, name }) => text.replace(key, `@${name}`),
		textOf(message),
	);
}
