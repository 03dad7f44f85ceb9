import type { Click } from '../../../nodes/shared/decision/decision';
import type { Question } from '../../../nodes/shared/decision/question';
import { responseIfDecided, responseOfEnded } from '../../../nodes/shared/decision/click/ended';
import type { EventContext } from '../../../nodes/shared/trigger/context';
import { ALICE, approves, BOB, NOW, question } from './questions';

const answer = { operator: ALICE, approved: true, values: {}, at: NOW };

/** A trigger of an n8n that has an execution, or cannot read any. */
function trigger(kept?: object) {
	const lines: string[] = [];
	const context = {
		logger: { warn: (line: string) => lines.push(line) },
		additionalData: {
			getRunExecutionData: async () => {
				if (!kept) throw new Error('no database');
				return { executionData: { contextData: { 'node:Other': {}, 'node:Ask': kept } } };
			},
		},
	} as unknown as EventContext;
	return { context, lines };
}

const stored = (asked: Question, answers: object[], message_id = 'om_1') => ({
	question: { question: asked, answers, message_id, chat_id: 'oc_1' },
});

const clicked = (click: Click = approves(BOB), expiresAt?: number) => ({
	ticket: {
		executionId: '1',
		nodeId: 'n',
		instanceId: 'i',
		resume: '/',
		questionId: 'q1',
		...(expiresAt !== undefined && { expiresAt }),
	},
	click,
});

describe('a click on a question that has ended', () => {
	it('says who has decided, and shows it', async () => {
		const { context } = trigger(stored(question(), [answer]));
		for (const respond of [responseIfDecided, responseOfEnded]) {
			const response = await respond(clicked(), context);
			expect(response?.toast).toMatchObject({
				type: 'warning',
				content: 'Approved already by Alice',
			});
			expect(JSON.stringify(response?.card)).toContain('ou_alice');
		}
	});

	it('says who has decided an earlier question of a loop, and leaves the card as it is', async () => {
		const before = { id: 'q1', approved: false, name: 'Alice' };
		const kept = { ...stored(question({ id: 'q2' }), []), earlier: [before] };
		const response = await responseOfEnded(clicked(), trigger(kept).context);
		expect(response.toast?.content).toBe('Declined already by Alice');
		expect(response.card).toBeUndefined();
	});

	it('says that it is closed when it was stopped, and takes the buttons away', async () => {
		const { context } = trigger(stored(question(), []));
		const { toast, card } = await responseOfEnded(clicked(), context);
		expect(toast?.content).toBe('This question is not open any more');
		expect(JSON.stringify(card)).toContain('Deploy?');
		expect(JSON.stringify(card)).not.toContain('callback');
	});

	it('says that the time is over, with half of the answers or without the data of the execution', async () => {
		const asked = question({ expiresAt: NOW - 1 });
		const { context } = trigger(stored(asked, []));
		for (const one of [context, trigger({}).context, trigger().context]) {
			const { toast } = await responseOfEnded(clicked(approves(BOB), NOW - 1), one);
			expect(toast?.content).toBe('The time to answer is over');
		}
	});

	it('is said to be closed when nothing is known of it, and the card stays', async () => {
		const { context, lines } = trigger();
		const { toast, card } = await responseOfEnded(clicked(), context);
		expect(toast?.content).toBe('This question is not open any more');
		expect(card).toBeUndefined();
		expect(lines).toEqual([expect.stringContaining('no database')]);
	});

	it('changes no other message, and tells nothing there', async () => {
		const { context } = trigger(stored(question(), [answer], 'om_2'));
		expect(await responseIfDecided(clicked(), context)).toBeUndefined();
		const { toast, card } = await responseOfEnded(clicked(), context);
		expect(toast?.content).toBe('This question is not open any more');
		expect(card).toBeUndefined();
	});

	it('goes on being tried while nobody has decided', async () => {
		const { context } = trigger(stored(question(), []));
		expect(await responseIfDecided(clicked(), context)).toBeUndefined();
	});
});
