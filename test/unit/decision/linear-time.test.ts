import { readQuestionClick } from '../../../nodes/shared/decision/click/questionClick';
import { closedCard } from '../../../nodes/shared/decision/closedCard';
import { handOverForm, readHandOver } from '../../../nodes/shared/decision/handOverBody';
import { judge, judgeEnded } from '../../../nodes/shared/decision/judge';
import { outputOfPage } from '../../../nodes/shared/decision/output';
import { proveClick, readProvenClick } from '../../../nodes/shared/decision/proof';
import { readAnswer } from '../../../nodes/shared/decision/readAnswer';
import { isTicket, openTicket } from '../../../nodes/shared/decision/ticket';
import { formValueOf } from '../../../nodes/Lark/actions/message/sendAndWait/browser/submitted';
import { filled, growth, LIMIT } from '../../support/growth';
import {
	ALICE,
	approval,
	approves,
	choice,
	click,
	declines,
	fields,
	NOW,
	question,
} from './questions';

/** What a push can have, and its double. */
const SIZE = 200_000;

const UNITS = [
	...[
		' ',
		'\n',
		'a',
		'1',
		'部',
		'-',
		'+',
		'.',
		'@',
		'a@',
		'@a.',
		'.a',
		'e',
		':',
		'{',
		'[',
		'"',
		'\\',
	],
	...['q1.', '_', '=', '<', '<at ', '<person ', 'ou_', '2026-', '09:30'],
];

const app = { appId: 'cli_a', appSecret: 'secret' };
const target = { executionId: '1', nodeId: 'n', questionId: 'q1' };
const TYPES = ['text', 'textarea', 'email', 'number', 'date', 'time', 'person'] as const;
const LISTS = ['dropdown', 'multiSelect', 'checkbox'] as const;

const form = question({ asked: fields(...TYPES.map((type) => ({ type, label: type }))) });
const lists = question({
	asked: fields(...LISTS.map((type) => ({ type, label: type, choices: ['a', 'b'] }))),
});
const approvalWith = question({ asked: approval({ reason: 'optional', needed: 2 }) });
const valuesOf = (text: string) =>
	Object.fromEntries(
		form.asked.type === 'customForm' ? TYPES.map((_, i) => [`field_${i}`, text]) : [],
	);
const eventWith = (action: object) => ({
	type: 'card.action.trigger',
	id: 'e',
	payload: { event: { action, operator: ALICE } } as never,
});

/** Each takes a hostile text. */
const READERS: Record<string, (text: string) => unknown> = {
	'the fields of a form': (text) =>
		TYPES.map((type) =>
			readAnswer(question({ asked: fields({ type }) }), 'submit', {
				form_value: { field_0: text },
			}),
		),
	'a form that is judged': (text) =>
		judge(form, [], click(ALICE, { answer: 'submit' }, valuesOf(text))),
	'a reason': (text) => [
		judge(approvalWith, [], declines(ALICE, { reason: text })),
		judgeEnded(approvalWith, [], approves(ALICE)),
	],
	'what was chosen': (text) =>
		judge(question({ asked: choice() }), [], click(ALICE, { answer: 'choose', choice: text })),
	'what a page sends': (text) => [
		formValueOf(lists, 'submit', {
			data: { 'field-0': text, 'field-1': text, 'field-2': `[${text}]` },
		}),
		outputOfPage(form, { values: { a: text }, at: NOW }, { message_id: text, chat_id: text }),
	],
	'a ticket': (text) => [isTicket(text), openTicket(text, app), openTicket(`q1.${text}`, app)],
	'the click on a card': (text) =>
		readQuestionClick(eventWith({ value: { lark_question: text } }), app, NOW),
	'a card that is closed': (text) => closedCard({ about: { type: 'approval', title: text, text } }),
	'what is handed over': (text) => [
		readHandOver({ data: { handover: text } }),
		handOverForm(proveClick(click(ALICE, { text }), target, app, NOW)),
		readProvenClick({ click: text, sent_at: NOW, proof: text }, target, app, NOW),
	],
};

describe('the time for an answer to a question', () => {
	it.each(Object.entries(READERS))('grows no faster than %s', async (_name, read) => {
		const slow: string[] = [];
		for (const unit of UNITS) {
			if ((await growth((size) => read(filled(unit, size)), SIZE)) >= LIMIT) slow.push(unit);
		}
		expect(slow).toEqual([]);
	});

	it('grows no faster than what a page sends of lists', async () => {
		const labels = (count: number) => JSON.stringify(Array.from({ length: count }, () => 'a'));
		const work = (count: number) => {
			const [one, two, three] = [labels(count), labels(count), labels(count)];
			formValueOf(lists, 'submit', { data: { 'field-0': one, 'field-1': two, 'field-2': three } });
		};
		expect(await growth(work, 20_000)).toBeLessThan(LIMIT);
	});
});
