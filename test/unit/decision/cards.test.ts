import type { IDataObject } from 'n8n-workflow';

import { cardContent } from '../../../nodes/shared/content/card';
import {
	browserCard,
	decidedCard,
	expiredCard,
	openCard,
} from '../../../nodes/shared/decision/cards';
import { closedCard } from '../../../nodes/shared/decision/closedCard';
import type { Answer } from '../../../nodes/shared/decision/decision';
import { outcomeOf } from '../../../nodes/shared/decision/outcome';
import type { Question } from '../../../nodes/shared/decision/question';
import { readReceivedContent } from '../../../nodes/shared/events/reading';
import { actionsOf } from '../../../sandbox/content/card-actions';
import { parseContent } from '../../../sandbox/content/parse';
import { ALICE, approval, BOB, CARL, choice, fields, NOW, question } from './questions';

const APPROVED: Answer = { operator: ALICE, approved: true, values: {}, at: NOW };
const DECLINED: Answer = { operator: BOB, approved: false, values: { reason: 'No' }, at: NOW };
const people = [ALICE, BOB, CARL].map(({ open_id }) => ({ open_id }));

/** The card as Lark takes it. */
function accepted(card: unknown): IDataObject {
	const { msg_type, content } = cardContent(card);
	parseContent(msg_type, content);
	return JSON.parse(content) as IDataObject;
}

const textOf = (card: unknown): string =>
	readReceivedContent('interactive', JSON.stringify(accepted(card))).text;

const decided = (asked: Question, ...answers: Answer[]) =>
	decidedCard(asked, answers, outcomeOf(asked, answers)!);

const valuesOf = (asked: Question) => actionsOf(accepted(openCard(asked))).buttons;

describe('the card of a question', () => {
	it('has the message, a title in both languages and a button that carries the ticket', () => {
		const card = accepted(openCard(question({ asked: approval({ decline: undefined }) })));
		expect(card).toMatchObject({
			schema: '2.0',
			config: { update_multi: true },
			header: {
				title: {
					content: 'Approval needed',
					i18n_content: { en_us: 'Approval needed', zh_cn: '需要审批' },
				},
			},
		});
		expect(actionsOf(card)).toMatchObject({
			buttons: [
				{
					value: {
						lark_question: 'ticket-1',
						answer: 'approve',
						about: { type: 'approval', text: 'Deploy?' },
					},
				},
			],
			inputs: [],
		});
		expect(textOf(card)).toContain('Deploy?');
	});

	it('has the words of its author as they are written', () => {
		const approve = { label: 'Ship it *now*', style: 'danger' };
		const card = accepted(
			openCard(question({ title: 'Deploy <1>', asked: approval({ approve }) })),
		);
		expect(card).toMatchObject({ header: { title: { tag: 'plain_text', content: 'Deploy <1>' } } });
		expect(JSON.stringify(card)).toContain('{"tag":"plain_text","content":"Ship it *now*"}');
	});

	it('asks for a reason in a form with both buttons', () => {
		for (const reason of ['optional', 'required'] as const) {
			const { buttons, inputs } = actionsOf(openCard(question({ asked: approval({ reason }) })));
			expect(buttons.map(({ name }) => name)).toEqual(['approve', 'decline']);
			expect(buttons.every(({ submits }) => submits?.length === 1)).toBe(true);
			expect(inputs).toMatchObject([{ tag: 'input', name: 'reason', inForm: true }]);
			expect(inputs[0].node.required).toBeUndefined();
		}
	});

	it('offers up to five choices as buttons, and more of them or several as a list', () => {
		expect(valuesOf(question({ asked: choice() })).map(({ value }) => value)).toEqual(
			['0', '1', '2'].map((place) => ({
				lark_question: 'ticket-1',
				answer: 'choose',
				choice: place,
				about: { type: 'choice', text: 'Deploy?' },
			})),
		);
		for (const asked of [choice(true), choice(false, ['a', 'b', 'c', 'd', 'e', 'f'])]) {
			const { buttons, inputs } = actionsOf(openCard(question({ asked })));
			expect(buttons).toMatchObject([{ name: 'submit', value: { answer: 'submit' } }]);
			expect(inputs).toMatchObject([{ name: 'field_0', node: { required: true } }]);
		}
	});

	it('has a native element for each type of field', () => {
		const choices = ['Annual', 'Sick'];
		const asked = fields(
			{
				type: 'text',
				label: 'Why',
				required: true,
				placeholder: 'In a word',
				defaultValue: 'Rest',
			},
			{ type: 'textarea', label: 'More' },
			{ type: 'email', label: 'Mail' },
			{ type: 'number', label: 'Days', defaultValue: '2' },
			{ type: 'date', label: 'From', defaultValue: '2026-12-01' },
			{ type: 'time', label: 'At', defaultValue: '09:30' },
			{ type: 'dropdown', label: 'Kind', choices, defaultValue: ['Sick'] },
			{ type: 'multiSelect', label: 'Kinds', choices, defaultValue: choices },
			{ type: 'checkbox', label: 'Boxes', choices, defaultValue: ['Sick'] },
			{ type: 'person', label: 'Stand-in' },
		);
		const card = accepted(openCard(question({ asked })));
		expect(actionsOf(card).inputs.map(({ node }) => node)).toMatchObject([
			{ tag: 'input', name: 'field_0', required: true, default_value: 'Rest' },
			{ tag: 'input', name: 'field_1', input_type: 'multiline_text' },
			{ tag: 'input', name: 'field_2' },
			{ tag: 'input', name: 'field_3', default_value: '2' },
			{ tag: 'date_picker', name: 'field_4', initial_date: '2026-12-01' },
			{ tag: 'picker_time', name: 'field_5', initial_time: '09:30' },
			{ tag: 'select_static', name: 'field_6', initial_option: '1' },
			{ tag: 'multi_select_static', name: 'field_7', selected_values: ['0', '1'] },
			{ tag: 'checker', name: 'field_8_0', checked: false },
			{ tag: 'checker', name: 'field_8_1', checked: true },
			{ tag: 'select_person', name: 'field_9' },
		]);
		expect(textOf(card)).toContain('Why *');
	});

	it('shows who has decided and who is missing when several approve', () => {
		const asked = question({ asked: approval({ needed: 'all' }), approvers: people });
		const lists = (answers: Answer[]) =>
			(accepted(openCard(asked, answers)).body as { elements: IDataObject[] }).elements
				.filter(({ tag }) => tag === 'person_list')
				.map(({ persons }) => (persons as IDataObject[]).map(({ id }) => id));
		expect(lists([])).toEqual([['ou_alice', 'ou_bob', 'ou_carl']]);
		expect(lists([APPROVED])).toEqual([['ou_alice'], ['ou_bob', 'ou_carl']]);
		expect(textOf(openCard(asked, [APPROVED]))).toContain('1 of 3 approvals');
		const goesOn = question({ asked: approval({ needed: 2, declineEnds: false }) });
		expect(textOf(openCard(goesOn, [DECLINED]))).toMatch(/0 of 2 approvals[^]*Declined/);
	});

	it('says that n8n has sent it, if so chosen', () => {
		expect(JSON.stringify(openCard(question()))).not.toContain('n8n.io');
		expect(textOf(openCard(question({ attribution: true })))).toContain('automatically with');
	});
});

describe('the card after the answer', () => {
	it('shows the outcome, who and when, and has nothing to press', () => {
		const card = accepted(decided(question({ asked: approval({ reason: 'optional' }) }), DECLINED));
		expect(card.header).toMatchObject({ template: 'red' });
		expect(actionsOf(card)).toEqual({ buttons: [], inputs: [] });
		expect(JSON.stringify(card)).toContain(`millisecond='${NOW}'`);
		expect(textOf(card)).toMatch(/Deploy\?[^]*Declined[^]*@ou_bob[^]*No/);
	});

	it('only loses its buttons, or stays as it is, if so chosen', () => {
		const bare = accepted(decided(question({ afterAnswer: 'removeButtons' }), APPROVED));
		expect(textOf(bare)).not.toContain('Approved');
		expect(actionsOf(bare).buttons).toEqual([]);
		expect(decided(question({ afterAnswer: 'keepMessage' }), APPROVED)).toBeUndefined();
	});

	it('shows what was chosen or filled in, of which nothing is markup', () => {
		const values = { text: '**bold** <at id=all></at>' };
		const asked = question({
			asked: fields({ key: 'text', label: 'Text' }, { key: 'who', label: 'Who', type: 'person' }),
		});
		const card = decided(asked, {
			operator: ALICE,
			values: { ...values, who: 'ou_carl' },
			at: NOW,
		});
		expect(JSON.stringify(card)).toContain(
			'{"tag":"plain_text","content":"Text: **bold** <at id=all></at>"}',
		);
		expect(JSON.stringify(card)).toContain("<person id='ou_carl'");
		const chosen = { operator: ALICE, values: { choice: ['Red', 'Blue'] }, at: NOW };
		expect(textOf(decided(question({ asked: choice(true) }), chosen))).toContain('Red, Blue');
	});

	it('fits into what Lark takes, however much was written, and by however many', () => {
		const many = Array.from({ length: 100 }, (_, n) => ({ open_id: `ou_${'x'.repeat(32)}${n}` }));
		const asked = question({
			asked: approval({ needed: 100, reason: 'optional' }),
			approvers: many,
			body: [{ tag: 'markdown', content: '长'.repeat(2000) }],
		});
		const answers = many.map((operator) => ({
			operator,
			approved: true,
			values: { reason: '长'.repeat(1000) },
			at: NOW,
		}));
		expect(() => accepted(openCard(asked, answers.slice(0, 50)))).not.toThrow();
		expect(() => accepted(decided(asked, ...answers))).not.toThrow();
		const ten = { ...asked, asked: approval({ needed: 10 }) };
		expect(() => accepted(decided(ten, ...answers.slice(0, 10)))).not.toThrow();
	});

	it('says that the time is over, without buttons', () => {
		const card = accepted(expiredCard(question()));
		expect(textOf(card)).toContain('The time to answer is over');
		expect(actionsOf(card).buttons).toEqual([]);
	});

	it('is closed by what its buttons say when nobody knows the question any more', () => {
		const asked = question({
			title: 'Deploy 2.4?',
			body: [{ tag: 'hr' }, { tag: 'markdown', content: '长'.repeat(999) }],
		});
		const [{ value }] = valuesOf(asked);
		const card = accepted(closedCard(value));
		expect(card).toMatchObject({ header: { title: { content: 'Deploy 2.4?' }, template: 'grey' } });
		expect(textOf(card)).toMatch(/长{290}[^]*No answers are taken any more/);
		expect(actionsOf(card).buttons).toEqual([]);
		for (const other of [undefined, 'x', {}, { about: 'x' }, { about: { type: 'toString' } }]) {
			expect(closedCard(other)).toBeUndefined();
		}
	});
});

describe('the card of a question that is answered on a page', () => {
	it('has buttons that open the page, and carries no ticket', () => {
		const links = [
			{ decision: 'approve' as const, url: 'https://n8n.example.com/a' },
			{ decision: 'decline' as const, url: 'https://n8n.example.com/b' },
		];
		const text = JSON.stringify(accepted(browserCard(question({ answerIn: 'browser' }), links)));
		expect(text).toContain('"default_url":"https://n8n.example.com/a"');
		expect(text).toContain('"default_url":"https://n8n.example.com/b"');
		expect(text).not.toContain('ticket-1');
	});
});
