import {
	callbackButton,
	linkButton,
	resetButton,
} from '../../../../nodes/shared/content/elements/buttons';
import { checker } from '../../../../nodes/shared/content/elements/checker';
import { form } from '../../../../nodes/shared/content/elements/layout';
import { overflowMenu } from '../../../../nodes/shared/content/elements/overflow';
import { peopleSelect, personSelect } from '../../../../nodes/shared/content/elements/personSelect';
import {
	datePicker,
	datetimePicker,
	timePicker,
} from '../../../../nodes/shared/content/elements/datePickers';
import { multiSelect, singleSelect } from '../../../../nodes/shared/content/elements/select';
import { textInput } from '../../../../nodes/shared/content/elements/textInput';
import { parseContent } from '../../../../sandbox/content/parse';

const plain = (content: string) => ({ tag: 'plain_text', content });
const ab = [
	{ text: 'Annual', value: 'a' },
	{ text: 'Sick', value: 'b' },
];
const abOptions = [
	{ text: plain('Annual'), value: 'a' },
	{ text: plain('Sick'), value: 'b' },
];
const shared = { name: 'days', required: true, placeholder: 'Choose' };
const sharedJson = {
	name: 'days',
	required: true,
	placeholder: plain('Choose'),
	width: 'fill',
};

describe('elements of a card', () => {
	it.each([
		[
			'a line of text',
			textInput({ name: 'why' }),
			{ tag: 'input', name: 'why', width: 'fill', max_length: 1000 },
		],
		[
			'a long text',
			textInput({ ...shared, label: 'Why', rows: 4, defaultValue: 'x', maxLength: 20 }),
			{
				tag: 'input',
				...sharedJson,
				label: plain('Why'),
				label_position: 'top',
				input_type: 'multiline_text',
				rows: 4,
				auto_resize: true,
				default_value: 'x',
				max_length: 20,
			},
		],
		[
			'a password',
			textInput({ name: 'pin', isPassword: true }),
			{ tag: 'input', name: 'pin', width: 'fill', input_type: 'password', max_length: 1000 },
		],
		[
			'a list',
			singleSelect({ ...shared, choices: ab, chosen: 'b' }),
			{ tag: 'select_static', ...sharedJson, options: abOptions, initial_option: 'b' },
		],
		[
			'a list for several entries',
			multiSelect({ ...shared, choices: ab, chosen: ['b', 'a'] }),
			{
				tag: 'multi_select_static',
				...sharedJson,
				options: abOptions,
				selected_values: ['b', 'a'],
			},
		],
		['a list of all members', personSelect(shared), { tag: 'select_person', ...sharedJson }],
		[
			'a list of some people',
			personSelect({ ...shared, people: ['ou_a', 'ou_b', 'ou_a'], chosen: ['ou_b'] }),
			{
				tag: 'select_person',
				...sharedJson,
				options: [{ value: 'ou_a' }, { value: 'ou_b' }],
				initial_option: 'ou_b',
			},
		],
		[
			'a list for several people',
			peopleSelect({ ...shared, chosen: ['ou_b', 'ou_a'] }),
			{ tag: 'multi_select_person', ...sharedJson, selected_values: ['ou_b', 'ou_a'] },
		],
		[
			'a date',
			datePicker({ ...shared, date: '2024-02-29' }),
			{ tag: 'date_picker', ...sharedJson, initial_date: '2024-02-29' },
		],
		[
			'a time',
			timePicker({ ...shared, time: '09:30' }),
			{ tag: 'picker_time', ...sharedJson, initial_time: '09:30' },
		],
		[
			'a date with a time',
			datetimePicker({ ...shared, datetime: '2024-04-01 09:30' }),
			{ tag: 'picker_datetime', ...sharedJson, initial_datetime: '2024-04-01 09:30' },
		],
		[
			'a box to tick',
			checker({ name: 'ok', text: 'I agree' }),
			{
				tag: 'checker',
				name: 'ok',
				checked: false,
				text: plain('I agree'),
				behaviors: [{ type: 'callback', value: { name: 'ok' } }],
			},
		],
		[
			'a menu',
			overflowMenu({ name: 'more', choices: ab, where: 'Menu' }),
			{
				tag: 'overflow',
				name: 'more',
				options: abOptions,
				behaviors: [{ type: 'callback', value: { name: 'more' } }],
			},
		],
		[
			'a submit button that asks first',
			callbackButton({
				text: 'Send',
				style: 'primary',
				value: { a: 1 },
				submits: 'send',
				confirm: { title: 'Sure?', text: 'It is final.' },
			}),
			{
				tag: 'button',
				text: plain('Send'),
				type: 'primary',
				confirm: { title: plain('Sure?'), text: plain('It is final.') },
				name: 'send',
				form_action_type: 'submit',
				behaviors: [{ type: 'callback', value: { a: 1 } }],
			},
		],
		[
			'a reset button',
			resetButton({ text: 'Clear', style: 'default', name: 'clear' }),
			{
				tag: 'button',
				text: plain('Clear'),
				type: 'default',
				name: 'clear',
				form_action_type: 'reset',
			},
		],
	])('has %s', (_case, element, json) => {
		expect(element).toEqual(json);
		const isOutside = ['button', 'overflow'].includes(String(element.tag));
		const submit = callbackButton({ text: 'OK', style: 'default', value: {}, submits: 's' });
		const card = {
			schema: '2.0',
			body: { elements: [form('f', isOutside ? [submit] : [element, submit])] },
		};
		expect(parseContent('interactive', JSON.stringify(card))).toEqual(card);
	});

	it('has pickers that always say what to choose, in the language of the reader', () => {
		for (const element of [datePicker, timePicker, datetimePicker].map((make) =>
			make({ name: 'x' }),
		)) {
			expect(element.placeholder).toMatchObject({
				content: expect.stringMatching(/^Choose /) as string,
				i18n_content: { zh_cn: expect.stringMatching(/^选择/) as string },
			});
		}
	});

	it.each([
		['2024-04-01T09:30:12.345+02:00', '2024-04-01', '09:30', '2024-04-01 09:30'],
		['2024-04-01T09:30:00Z', '2024-04-01', '09:30', '2024-04-01 09:30'],
		[' 2024-04-01 09:30 ', '2024-04-01', '09:30', '2024-04-01 09:30'],
	])('takes %s for date and time, as expressions give it', (given, date, time, datetime) => {
		expect(datePicker({ name: 'x', date: given }).initial_date).toBe(date);
		expect(timePicker({ name: 'x', time: given }).initial_time).toBe(time);
		expect(datetimePicker({ name: 'x', datetime: given }).initial_datetime).toBe(datetime);
	});

	it.each([
		['a day that is no day', () => datePicker({ name: 'from', date: '2024-02-30' })],
		['a month that is none', () => datePicker({ name: 'from', date: '2024-13-01' })],
		['a date the American way', () => datePicker({ name: 'from', date: '04/01/2024' })],
		['a time without minutes', () => timePicker({ name: 'from', time: '9' })],
		['an hour that is none', () => timePicker({ name: 'from', time: '24:00' })],
		['a date without its time', () => datetimePicker({ name: 'from', datetime: '2024-04-01' })],
		[
			'a text that is too long',
			() => textInput({ name: 'from', defaultValue: 'ab', maxLength: 1 }),
		],
		['room for no character', () => textInput({ name: 'from', maxLength: 0 })],
		['room for too many characters', () => textInput({ name: 'from', maxLength: 1001 })],
		['a long placeholder', () => textInput({ name: 'from', placeholder: 'x'.repeat(101) })],
		['a list without options', () => singleSelect({ name: 'from', choices: [] })],
		[
			'an option without text',
			() => singleSelect({ name: 'from', choices: [{ text: ' ', value: 'a' }] }),
		],
		[
			'an option without value',
			() => multiSelect({ name: 'from', choices: [{ text: 'A', value: '' }] }),
		],
		['a value that is there twice', () => singleSelect({ name: 'from', choices: [ab[0], ab[0]] })],
		['a default that is no option', () => singleSelect({ name: 'from', choices: ab, chosen: 'c' })],
		[
			'one default of several that is none',
			() => multiSelect({ name: 'from', choices: ab, chosen: ['a', 'c'] }),
		],
		['a person by email', () => personSelect({ name: 'from', chosen: ['a@b.cc'] })],
		[
			'two people where one is chosen',
			() => personSelect({ name: 'from', chosen: ['ou_a', 'ou_b'] }),
		],
		[
			'a person outside the list',
			() => peopleSelect({ name: 'from', people: ['ou_a'], chosen: ['ou_b'] }),
		],
		['a box without text', () => checker({ name: 'from', text: '' })],
		[
			'a menu without entries',
			() => overflowMenu({ name: 'm', choices: [], where: 'Input "from"' }),
		],
	])('refuses %s in words that name the element', (_case, make) => {
		expect(make).toThrow(/Input "from"/);
	});

	it('refuses a button that nobody can read or that opens nothing', () => {
		const face = { style: 'default', where: 'Button 2' };
		expect(() => callbackButton({ ...face, text: '', value: '' })).toThrow('Button 2 has no text');
		expect(() => callbackButton({ ...face, text: 'x'.repeat(101), value: '' })).toThrow(
			'Text of Button 2 has 101 characters of at most 100',
		);
		expect(() => linkButton({ ...face, text: 'Open', url: 'example' })).toThrow(
			'Button 2 has no valid URL: "example"',
		);
	});
});
