import type { Answer, Click, Verdict } from '../../../nodes/shared/decision/decision';
import { judge } from '../../../nodes/shared/decision/judge';
import type { Question } from '../../../nodes/shared/decision/question';
import {
	ALICE,
	approval,
	approves,
	BOB,
	CARL,
	choice,
	click,
	declines,
	fields,
	NOW,
	question,
	submits,
} from './questions';

const toastOf = ({ response }: Verdict) => response.toast?.content;

/** Clicks one after the other; gives what each comes to, in a word, and the last verdict. */
function play(asked: Question, ...clicks: Click[]) {
	let answers: Answer[] = [];
	const verdicts = clicks.map((one) => {
		const verdict = judge(asked, answers, one);
		if (verdict.kind !== 'refused') answers = verdict.answers;
		return verdict;
	});
	return { kinds: verdicts.map(({ kind }) => kind), last: verdicts.at(-1)! };
}

const people = [ALICE, BOB, CARL].map(({ open_id }) => ({ open_id }));

describe('a click on an approval', () => {
	it('approves, and gives the output of n8n with who it was', () => {
		const verdict = judge(question(), [], approves(ALICE));
		expect(verdict).toMatchObject({
			kind: 'decided',
			output: {
				data: {
					approved: true,
					respondedAt: new Date(NOW).toISOString(),
					responder: { id: 'ou_alice', name: 'Alice', source: 'lark' },
					responders: [{ id: 'ou_alice', approved: true }],
					message_id: 'om_1',
					chat_id: 'oc_1',
				},
			},
		});
		expect(verdict.response.toast).toEqual({
			type: 'success',
			content: 'You have approved',
			i18n: { en_us: 'You have approved', zh_cn: '你已同意' },
		});
	});

	it('declines, with the reason in the output', () => {
		const asked = question({ asked: approval({ reason: 'optional' }) });
		expect(judge(asked, [], declines(BOB, { reason: ' Too risky ' }))).toMatchObject({
			kind: 'decided',
			output: { data: { approved: false, reason: 'Too risky' } },
		});
	});

	it('hands the reason to an agent, too', () => {
		const asked = question({ asked: approval({ reason: 'optional' }), forAgent: true });
		expect(judge(asked, [], declines(BOB, { reason: 'Ask Carl first' }))).toMatchObject({
			output: { data: { approved: false, chatInput: 'Ask Carl first' } },
		});
		const { output } = judge(asked, [], declines(BOB)) as Extract<Verdict, { kind: 'decided' }>;
		expect(output.data).not.toHaveProperty('chatInput');
	});

	it.each([undefined, {}, { reason: '' }, { reason: ' \n' }, { reason: 1 }])(
		'does not decline with %j where a reason is required',
		(form) => {
			const asked = question({ asked: approval({ reason: 'required' }) });
			const verdict = judge(asked, [], declines(ALICE, form as never));
			expect(verdict.kind).toBe('refused');
			expect(toastOf(verdict)).toMatch(/reason/);
			expect(judge(asked, [], approves(ALICE, form as never)).kind).toBe('decided');
		},
	);

	it('cannot decline where there is no button for it', () => {
		const asked = question({ asked: approval({ decline: undefined }) });
		expect(judge(asked, [], declines(ALICE)).kind).toBe('refused');
	});

	it.each([{}, { answer: 'submit' }, { answer: 'yes' }, { answer: true }, { answer: ['approve'] }])(
		'counts nothing with the value %j',
		(value) => expect(judge(question(), [], click(ALICE, value as never)).kind).toBe('refused'),
	);

	it('counts nothing without a value', () => {
		const nothing = { ...approves(ALICE), action: { tag: 'button' } };
		expect(judge(question(), [], nothing).kind).toBe('refused');
	});
});

describe('people who are chosen in a form', () => {
	const asked = question({
		asked: fields(
			{ key: 'deputy', label: 'Stand-in', type: 'person' },
			{ key: 'second', label: 'Second', type: 'person' },
			{ key: 'note', label: 'Note', type: 'text' },
		),
	});

	it('are handed over with their names, as far as these are known', () => {
		const form = { field_0: 'ou_bob', field_1: 'ou_carl', field_2: 'ou_bob' };
		const names = { ou_alice: 'Alice', ou_bob: 'Bob' };
		expect(judge(asked, [], { ...submits(form), names })).toMatchObject({
			output: {
				data: {
					deputy: 'ou_bob',
					second: 'ou_carl',
					people: { deputy: { name: 'Bob', open_id: 'ou_bob' }, second: { open_id: 'ou_carl' } },
				},
			},
		});
	});

	it('are left out when nobody was chosen', () => {
		const verdict = judge(asked, [], submits({ field_2: 'x' }));
		expect(verdict).toMatchObject({ output: { data: { deputy: null, note: 'x' } } });
		expect(verdict).not.toHaveProperty('output.data.people');
	});
});

describe('who may answer', () => {
	it.each([
		[{ open_id: 'ou_alice' }, 'decided'],
		[{ union_id: 'on_alice' }, 'decided'],
		[{ user_id: 'alice' }, 'decided'],
		[{ open_id: 'ou_bob' }, 'refused'],
		[{ union_id: 'ou_alice' }, 'refused'],
		[{ open_id: '' }, 'refused'],
	])('are the people by any of their IDs: %j, %s', (person, kind) => {
		expect(judge(question({ approvers: [person] }), [], approves(ALICE)).kind).toBe(kind);
	});

	it('is nobody by an ID that Lark does not tell', () => {
		for (const given of [{ approvers: [{ user_id: 'bob' }] }, { excluded: [{ user_id: 'bob' }] }]) {
			const verdict = judge(question(given), [], approves({ open_id: 'ou_bob' }));
			expect(verdict.kind).toBe('refused');
			expect(toastOf(verdict)).toMatch(/cannot tell who you are/);
			expect(verdict.response.card).toBeUndefined();
		}
	});

	it('is nobody whom Lark does not name, even where anyone may answer', () => {
		const nameless = { open_id: '', union_id: 'on_alice' };
		const { kinds, last } = play(question(), approves({ open_id: '' }), approves(nameless));
		expect(kinds).toEqual(['refused', 'refused']);
		expect(toastOf(last)).toContain('who you are');
	});

	it('is told in a toast, and the card stays', () => {
		const { response } = judge(question({ approvers: [BOB] }), [], approves(ALICE));
		expect(response).toEqual({
			toast: {
				type: 'warning',
				content: 'You are not among the people who may answer this',
				i18n: expect.objectContaining({ zh_cn: '你不在可答复此消息的人员之列' }),
			},
		});
	});

	it('is not the person who has asked, even among the chosen people', () => {
		const excluded = [{ union_id: 'on_alice' }];
		for (const approvers of [undefined, people]) {
			const verdict = judge(question({ approvers, excluded }), [], approves(ALICE));
			expect(verdict.kind).toBe('refused');
			expect(toastOf(verdict)).toBe('You cannot answer your own request');
			expect(judge(question({ approvers, excluded }), [], approves(BOB)).kind).toBe('decided');
		}
	});
});

describe('an approval by several people', () => {
	const twoOf = (given: Partial<Question> = {}, more = {}) =>
		question({ asked: approval({ needed: 2, ...more }), approvers: people, ...given });

	it('counts approvals until there are enough of them', () => {
		const { kinds, last } = play(twoOf(), approves(ALICE), approves(CARL));
		expect(kinds).toEqual(['counted', 'decided']);
		expect(last).toMatchObject({
			output: { data: { approved: true, responders: [{ id: 'ou_alice' }, { id: 'ou_carl' }] } },
		});
	});

	it('counts each person once', () => {
		const { kinds, last } = play(twoOf(), approves(ALICE), approves(ALICE));
		expect(kinds).toEqual(['counted', 'refused']);
		expect(toastOf(last)).toBe('You have approved already');
		const later = { open_id: 'ou_other_app', union_id: 'on_alice' };
		expect(play(twoOf({ approvers: undefined }), approves(ALICE), approves(later)).kinds).toEqual([
			'counted',
			'refused',
		]);
	});

	it('ends with one decline', () => {
		const { kinds, last } = play(twoOf(), approves(ALICE), declines(BOB));
		expect(kinds).toEqual(['counted', 'decided']);
		expect(last).toMatchObject({ output: { data: { approved: false } } });
	});

	it('goes on after a decline if so chosen, until the approvals cannot be reached', () => {
		const asked = twoOf({}, { declineEnds: false });
		expect(play(asked, declines(ALICE), approves(BOB), approves(CARL)).kinds).toEqual([
			'counted',
			'counted',
			'decided',
		]);
		const { kinds, last } = play(asked, declines(ALICE), declines(BOB));
		expect(kinds).toEqual(['counted', 'decided']);
		expect(last).toMatchObject({ output: { data: { approved: false } } });
		expect(toastOf(play(asked, declines(ALICE), declines(ALICE)).last)).toMatch(/declined already/);
	});

	it('needs all of the people, without the one who has asked, whichever way they are named', () => {
		const asked = question({
			asked: approval({ needed: 'all', declineEnds: false }),
			approvers: [{ open_id: 'ou_alice' }, { union_id: 'on_alice' }, ...people],
			excluded: [{ user_id: 'carl' }, { open_id: 'ou_carl' }],
		});
		expect(play(asked, approves(BOB), approves(ALICE)).kinds).toEqual(['counted', 'decided']);
		const { kinds, last } = play(asked, declines(BOB));
		expect(kinds).toEqual(['decided']);
		expect(last).toMatchObject({ output: { data: { approved: false } } });
	});

	it('is open to anyone if so chosen', () => {
		const asked = twoOf({ approvers: undefined }, { declineEnds: false });
		expect(play(asked, declines(ALICE), approves(BOB), approves(CARL)).kinds).toEqual([
			'counted',
			'counted',
			'decided',
		]);
	});

	it('says who has decided to whoever comes later', () => {
		const answers: Answer[] = [{ operator: ALICE, approved: false, values: {}, at: NOW }];
		const verdict = judge(twoOf(), answers, approves(BOB));
		expect(verdict.kind).toBe('refused');
		expect(verdict.response.toast?.i18n).toEqual({
			en_us: 'Declined already by Alice',
			zh_cn: 'Alice 已拒绝',
		});
		expect(verdict.response.card).toBeDefined();
	});
});

describe('the time to answer', () => {
	it('ends to the millisecond, and the card says so', () => {
		const asked = question({ expiresAt: NOW });
		expect(judge(asked, [], click(ALICE, { answer: 'approve' }, {}, NOW - 1)).kind).toBe('decided');
		const late = judge(asked, [], approves(ALICE));
		expect(late.kind).toBe('refused');
		expect(toastOf(late)).toBe('The time to answer is over');
		expect(JSON.stringify(late.response.card)).toContain('The time to answer is over');
		expect(JSON.stringify(late.response.card)).not.toContain('button');
	});
});

describe('a choice', () => {
	const one = question({ asked: choice() });
	const several = question({ asked: choice(true) });

	it('is made by a button, or from a list', () => {
		expect(judge(one, [], click(ALICE, { answer: 'choose', choice: '1' }))).toMatchObject({
			kind: 'decided',
			output: { data: { choice: 'Green', responder: { id: 'ou_alice' } } },
		});
		expect(judge(one, [], submits({ field_0: '2' }))).toMatchObject({
			output: { data: { choice: 'Blue' } },
		});
		expect(judge(several, [], submits({ field_0: ['0', '2'] }))).toMatchObject({
			output: { data: { choice: ['Red', 'Blue'] } },
		});
	});

	it.each([{}, { field_0: '' }, { field_0: [] }, { field_0: '3' }, { field_0: ['0', '1'] }])(
		'of one entry is not %j',
		(form) => expect(judge(one, [], submits(form)).kind).toBe('refused'),
	);

	it.each([{}, { field_0: [] }, { field_0: ['3'] }, { field_0: [0] }, { field_0: [['0']] }])(
		'of several entries is not %j',
		(form) => expect(judge(several, [], submits(form as never)).kind).toBe('refused'),
	);
});
