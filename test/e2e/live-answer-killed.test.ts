import { randomBytes } from 'node:crypto';

import type { N8n, SavedWorkflow } from '../../harness/n8n-server';
import type { Message } from '../../sandbox';
import { launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { LiveAnswers, WAYS, type Way } from './harness/live-answers';

const LINES = Array.from({ length: 60 }, (_, index) => `- item **${index}** of it`);
const TEXT = LINES.join('\n');

const INTERRUPTED = 'The answer could not be finished because of an error. Please try again.';

interface Interrupted {
	setup: TestSetup;
	live: LiveAnswers;
	workflow: SavedWorkflow;
	said: Message;
}

/** Not one that another test has: this n8n would forward its events. */
const ownApp = () => ({
	appId: `cli_${randomBytes(8).toString('hex')}`,
	encryptKey: randomBytes(16).toString('hex'),
	verificationToken: randomBytes(16).toString('hex'),
});

/** Lark pushes the event of a message again. */
function pushAgain({ sandbox }: TestSetup, { messageId, chatId, createTime }: Message): void {
	const [user] = sandbox.world.users;
	const openId = sandbox.openIdOf(user);
	const time = String(createTime);
	sandbox.pushEvent('im.message.receive_v1', {
		sender: {
			sender_id: { open_id: openId, union_id: user.unionId, user_id: user.userId },
			sender_type: 'user',
			tenant_key: sandbox.world.tenantKey,
		},
		message: {
			message_id: messageId,
			create_time: time,
			update_time: time,
			chat_id: chatId,
			chat_type: 'p2p',
			message_type: 'text',
			content: JSON.stringify({ text: 'hi' }),
		},
	});
}

describe('an answer during which n8n is killed', () => {
	let server: N8n;
	const interrupted = new Map<Way, Interrupted>();

	/** All ways at once, each with a Lark of its own: n8n is killed once. */
	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		for (const way of Object.values(WAYS)) {
			const setup = await openSetup({ seed: { app: ownApp() } }, own.address);
			const live = await LiveAnswers.open(setup);
			const workflow = await live.publish(live.agentGraph(way));
			const turn = { text: TEXT, pieces: LINES.map((line) => `${line}\n`), everyMs: 500 };
			const { said } = await live.begin(workflow, turn);
			await live.firstWords(said);
			interrupted.set(way, { setup, live, workflow, said });
		}
		process.kill(server.pid, 'SIGKILL');
		for (const { live } of interrupted.values()) live.model.follow({ text: TEXT });
		await server.restart();
	}, 180_000);
	afterAll(async () => {
		for (const { setup, live } of interrupted.values()) {
			await setup.close();
			await live.close();
		}
		await server.stop();
	});

	describe.each(Object.entries(WAYS))('by %s', (_, way) => {
		it('ends with words when n8n starts again, in the chat list too', async () => {
			const { live, said } = interrupted.get(way)!;
			const [answer] = await live.whole(said);
			expect(live.lineIn(answer)).toBe(INTERRUPTED);
			expect(live.cardOf(answer).config.summary?.content).toBe(INTERRUPTED);
			expect(live.textIn(answer)).not.toBe('');
		});

		it('is there once when Lark pushes the event again', async () => {
			const { setup, live, workflow, said } = interrupted.get(way)!;
			const pushed = setup.sandbox.deliveries.length;
			pushAgain(setup, said);
			await waitFor('the acknowledgement', () => {
				return setup.sandbox.deliveries.slice(pushed).find(({ done }) => done);
			});
			if (way.isSwitch) {
				await waitFor('all of it', () => {
					const [answer] = live.answersTo(said);
					return (answer && live.textIn(answer) === TEXT && live.isEnded(answer)) || undefined;
				});
			} else {
				expect(await setup.client.executions(workflow.id)).toHaveLength(1);
			}
			const [answer, ...others] = live.answersTo(said);
			expect(others).toEqual([]);
			expect(live.lineIn(answer)).toBe(way.isSwitch ? '' : INTERRUPTED);
		});
	});
});

describe('an answer while the clock of n8n is off', () => {
	it.each([
		['an hour behind', 60 * 60 * 1_000],
		['an hour ahead', -60 * 60 * 1_000],
	])('appears once and stays when it is %s', async (_, byMs) => {
		const setup = await openSetup({ clock: () => Date.now() + byMs });
		const live = await LiveAnswers.open(setup);
		try {
			const way = WAYS['Lark Live Answer after the Lark Long Connection Trigger'];
			const workflow = await live.publish(live.agentGraph(way));
			const { said, answers } = await live.ask(workflow, { text: 'Hello' });
			expect(answers.map((answer) => live.textIn(answer))).toEqual(['Hello']);
			const { messages } = setup.sandbox.world.chat(said.chatId)!;
			expect(messages.filter(({ parentId }) => parentId === said.messageId)).toHaveLength(1);
			await setup.client.unpublish(workflow.id);
		} finally {
			await setup.close();
			await live.close();
		}
	});
});
