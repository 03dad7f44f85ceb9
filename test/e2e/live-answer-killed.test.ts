import type { N8n, SavedWorkflow } from '../../harness/n8n-server';
import type { Message } from '../../sandbox';
import { launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { LiveAnswers, WAYS } from './harness/live-answers';
import { ownApp } from './harness/own-app';

const LINES = Array.from({ length: 60 }, (_, index) => `- item **${index}** of it`);
const TEXT = LINES.join('\n');

/** What the model writes at once before its lines: less than a card takes, or more than two. */
const LENGTHS = {
	'within its first card': 0,
	'in its third card': 60_000,
};

const opening = (length: number) =>
	`${'A sentence of the long answer. '.repeat(Math.ceil(length / 31)).trim()}\n`.trimStart();

const INTERRUPTED = 'The answer could not be finished because of an error. Please try again.';

interface Interrupted {
	setup: TestSetup;
	live: LiveAnswers;
	workflow: SavedWorkflow;
	said: Message;
}

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
	const interrupted = new Map<string, Interrupted>();
	const cases = Object.entries(WAYS).flatMap(([name, way]) =>
		Object.entries(LENGTHS).map(([where, length]) => ({ name, way, where, length })),
	);
	const keyOf = ({ name, where }: (typeof cases)[number]) => `${name} ${where}`;

	/** All cases at once, each with a Lark of its own: n8n is killed once. */
	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		for (const answered of cases) {
			const setup = await openSetup({ seed: { app: ownApp() } }, own.address);
			const live = await LiveAnswers.open(setup);
			const workflow = await live.publish(live.agentGraph(answered.way));
			const pieces = [opening(answered.length), ...LINES.map((line) => `${line}\n`)];
			const { said } = await live.begin(workflow, {
				text: pieces.join(''),
				pieces,
				everyMs: 1_000,
			});
			await live.firstWords(said, answered.length === 0 ? 1 : 3);
			// A full card ends a moment after the next one has come.
			await waitFor('the end of full cards', () => {
				const full = live.answersTo(said).slice(0, -1);
				return full.every((answer) => live.isEnded(answer)) || undefined;
			});
			interrupted.set(keyOf(answered), { setup, live, workflow, said });
		}
		process.kill(server.pid, 'SIGKILL');
		for (const { live, setup, said } of interrupted.values()) {
			live.model.follow({ text: TEXT });
			// That one card cannot be ended, here the first one, which is complete, leaves the others.
			const isLong = live.answersTo(said).length > 1;
			const fault = { api: 'cardkit.v1.card.batch_update', code: 200750, times: 2 };
			if (isLong) setup.sandbox.refuse(fault);
		}
		await server.restart();
	}, 180_000);
	afterAll(async () => {
		for (const { setup, live } of interrupted.values()) {
			await setup.close();
			await live.close();
		}
		await server.stop();
	});

	describe.each(cases)('by $name, $where', (answered) => {
		it('ends with words when n8n starts again, in the chat list too', async () => {
			const { live, said } = interrupted.get(keyOf(answered))!;
			const answers = await live.whole(said);
			const last = answers.at(-1)!;
			expect(answers.map((answer) => live.lineIn(answer)).filter(Boolean)).toEqual([INTERRUPTED]);
			expect(live.lineIn(last)).toBe(INTERRUPTED);
			expect(live.cardOf(last).config.summary?.content).toBe(INTERRUPTED);
			for (const answer of answers) expect(live.textIn(answer)).not.toBe('');
			expect(answers).toHaveLength(answered.length === 0 ? 1 : 3);
		});

		it('is there once when Lark pushes the event again', async () => {
			const { setup, live, workflow, said } = interrupted.get(keyOf(answered))!;
			const pushed = setup.sandbox.deliveries.length;
			const before = live.answersTo(said).length;
			pushAgain(setup, said);
			await waitFor('the acknowledgement', () => {
				return setup.sandbox.deliveries.slice(pushed).find(({ done }) => done);
			});
			if (answered.way.isSwitch) {
				await waitFor('all of it', () => {
					const [answer] = live.answersTo(said);
					return (answer && live.textIn(answer) === TEXT && live.isEnded(answer)) || undefined;
				});
				expect(live.answersTo(said).map((answer) => live.lineIn(answer))).toEqual(['']);
			} else {
				expect(await setup.client.executions(workflow.id)).toHaveLength(1);
				expect(live.answersTo(said)).toHaveLength(before);
				expect(live.lineIn(live.answersTo(said).at(-1)!)).toBe(INTERRUPTED);
			}
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
