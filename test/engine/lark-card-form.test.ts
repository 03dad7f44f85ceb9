import type { IDataObject } from 'n8n-workflow';

import { useSending } from './sending';

const plain = (content: string) => ({ tag: 'plain_text', content });
const label = (content: string) => ({ tag: 'markdown', content });
const star = " <font color='red'>*</font>";
const choices = {
	choice: [
		{ text: 'Annual', value: 'annual' },
		{ text: 'Sick', value: '' },
	],
};
const options = [
	{ text: plain('Annual'), value: 'annual' },
	{ text: plain('Sick'), value: 'Sick' },
];

describe('Lark node: cards with inputs, without JSON', () => {
	const sending = useSending();
	const { stored, refused, send } = sending;

	const card = (inputs: IDataObject[], more: IDataObject = {}) => ({
		cardInputs: { input: inputs },
		...more,
	});
	const elements = async (inputs: IDataObject[], more?: IDataObject) => {
		const [{ content }] = await stored('interactive', card(inputs, more));
		return (content.body as { elements: IDataObject[] }).elements;
	};
	const ofForm = async (inputs: IDataObject[], more?: IDataObject) => {
		const [form] = await elements(inputs, more);
		expect(form).toMatchObject({ tag: 'form', name: 'form' });
		return form.elements as IDataObject[];
	};
	const person = () => {
		const [id] = sending.group.members;
		const user = sending.lark.sandbox.world.userById(id)!;
		return { openId: sending.lark.sandbox.openIdOf(user), email: user.email };
	};

	it.each<[string, IDataObject, IDataObject[]]>([
		[
			'a text',
			{ label: 'Reason', name: 'x', required: true, placeholder: 'Why?', defaultValue: 'Ill' },
			[
				label(`Reason${star}`),
				{
					tag: 'input',
					name: 'x',
					required: true,
					placeholder: plain('Why?'),
					width: 'fill',
					default_value: 'Ill',
					max_length: 1000,
				},
			],
		],
		[
			'a long text',
			{ label: 'Reason', name: 'x', type: 'textarea' },
			[label('Reason'), { tag: 'input', name: 'x', input_type: 'multiline_text', rows: 4 }],
		],
		['a password', { name: 'x', type: 'password' }, [{ tag: 'input', input_type: 'password' }]],
		[
			'a dropdown, whose default may be a text',
			{ name: 'x', type: 'dropdown', choices, defaultValue: 'Annual' },
			[{ tag: 'select_static', name: 'x', options, initial_option: 'annual' }],
		],
		[
			'a multi-select',
			{ name: 'x', type: 'multiSelect', choices, defaultValue: 'annual, Sick' },
			[{ tag: 'multi_select_static', options, selected_values: ['annual', 'Sick'] }],
		],
		[
			'a date',
			{ name: 'x', type: 'date', defaultValue: '={{ "2026-04-01T09:30:00.000+02:00" }}' },
			[{ tag: 'date_picker', initial_date: '2026-04-01' }],
		],
		[
			'a time',
			{ name: 'x', type: 'time', defaultValue: '09:30' },
			[{ tag: 'picker_time', initial_time: '09:30' }],
		],
		[
			'a date and time',
			{ name: 'x', type: 'datetime', placeholder: 'When?' },
			[{ tag: 'picker_datetime', placeholder: plain('When?') }],
		],
		[
			'a checkbox',
			{ name: 'x', type: 'checkbox', label: 'I agree', checked: true },
			[{ tag: 'checker', name: 'x', checked: true, text: plain('I agree') }],
		],
	])('sends %s in a form with a button that submits it', async (_case, input, expected) => {
		const form = await ofForm([input]);
		expect(form.slice(0, -1)).toMatchObject(expected);
		expect(form.at(-1)).toMatchObject({
			tag: 'column_set',
			columns: [
				{
					elements: [
						{
							tag: 'button',
							name: 'submit',
							form_action_type: 'submit',
							text: { content: 'Submit', i18n_content: { zh_cn: '提交' } },
						},
					],
				},
			],
		});
	});

	it('takes people by open ID and email address', async () => {
		const { openId, email } = person();
		const form = await ofForm([
			{ name: 'a', type: 'person', people: `${openId}, ${email}`, defaultValue: email },
			{ name: 'b', type: 'people', defaultValue: `={{ ["${openId}"] }}` },
		]);
		expect(form.slice(0, 2)).toMatchObject([
			{ tag: 'select_person', options: [{ value: openId }], initial_option: openId },
			{ tag: 'multi_select_person', selected_values: [openId] },
		]);
		expect(form[1]).not.toHaveProperty('options');
	});

	it('makes options of lists that an expression gives', async () => {
		const rows = { choice: [{ text: '={{ ["A", "B"] }}', value: '={{ [1, 2] }}' }] };
		const same = { choice: [{ text: '={{ ["A", "B"] }}' }] };
		const form = await ofForm([
			{ name: 'a', type: 'dropdown', choices: rows },
			{ name: 'b', type: 'dropdown', choices: same },
		]);
		expect(form.slice(0, 2)).toMatchObject([
			{ options: [{ value: '1' }, { value: '2' }] },
			{ options: [{ value: 'A' }, { value: 'B' }] },
		]);
	});

	it('puts what sends its answer at once before the form, and other buttons and the menu after it', async () => {
		const inputs = [
			{ name: 'submit' },
			{ name: 'status', type: 'dropdown', choices, sends: 'atOnce', required: true },
		];
		const button = [
			{
				text: 'Send',
				action: 'submit',
				value: '{"a":1}',
				confirm: true,
				confirmTitle: 'Sure?',
				confirmText: 'Yes?',
			},
			{ text: 'Open', action: 'url', url: 'https://a.example' },
			{ text: 'Clear', action: 'reset' },
		];
		const [alone, form, row] = await elements(inputs, {
			cardButtons: { button },
			options: { cardMenu: choices },
		});
		expect(alone).toMatchObject({
			tag: 'select_static',
			behaviors: [{ type: 'callback', value: { name: 'status' } }],
		});
		expect(alone).not.toHaveProperty('required');
		const buttonsOf = (set: IDataObject) =>
			(set.columns as Array<{ elements: IDataObject[] }>).flatMap((column) => column.elements);
		const inForm = form.elements as IDataObject[];
		expect(inForm[0]).toMatchObject({ tag: 'input', name: 'submit' });
		expect(buttonsOf(inForm[1])).toMatchObject([
			{
				name: 'submit_2',
				form_action_type: 'submit',
				confirm: { title: plain('Sure?'), text: plain('Yes?') },
				behaviors: [{ type: 'callback', value: { a: 1 } }],
			},
			{ name: 'reset', form_action_type: 'reset' },
		]);
		expect(buttonsOf(row)).toMatchObject([
			{ text: plain('Open') },
			{ tag: 'overflow', name: 'menu', options },
		]);
	});

	it('shows a label as it is written when tags are not to be carried out', async () => {
		const [first] = await ofForm([{ name: 'x', label: '<at id=all></at>' }], {
			options: { asWritten: true },
		});
		expect(first.content).not.toContain('<at');
	});

	it.each<[string, IDataObject[], RegExp, IDataObject?]>([
		['an input without a name', [{ name: 'a' }, { label: 'Why' }], /Input 2 \(Why\) has no name/],
		[
			'a name that is there twice',
			[{ name: 'a' }, { name: ' a ' }],
			/Two inputs have the name "a"/,
		],
		[
			'a required input that sends its answer at once',
			[{ name: 'a', required: true, sends: '={{ "atOnce" }}' }],
			/Input "a" is required, but its answer is sent at once/,
		],
		['a type that is none', [{ name: 'a', type: '={{ "slider" }}' }], /Type cannot be "slider"/],
		['a list without options', [{ name: 'a', type: 'dropdown' }], /Input "a" has no choices/],
		[
			'an option without text',
			[{ name: 'a', type: 'dropdown', choices: { choice: [{ text: 'A' }, { value: 'b' }] } }],
			/Text of Choice 2 of Input "a" is empty/,
		],
		[
			'a default that is no option',
			[{ name: 'a', type: 'dropdown', choices, defaultValue: 'holiday' }],
			/Default of Input "a" cannot be "holiday"/,
		],
		[
			'a date in another form',
			[{ name: 'a', type: 'date', defaultValue: '04/01/2026' }],
			/Default of Input "a" cannot be "04\/01\/2026"/,
		],
		[
			'a person by name',
			[{ name: 'a', type: 'person', defaultValue: 'Alice Chen' }],
			/Default of input "a" cannot be "Alice Chen"/,
		],
		[
			'people by another ID',
			[{ name: 'a', type: 'people', people: 'on_1' }],
			/People of input "a" cannot be "on_1"/,
		],
		['a checkbox without a label', [{ name: 'a', type: 'checkbox' }], /Text of Input "a" is empty/],
		[
			'a default that is too long',
			[{ name: 'a', defaultValue: 'x'.repeat(1001) }],
			/Default of Input "a" has 1001 characters/,
		],
		[
			'a placeholder that is too long',
			[{ name: 'a', placeholder: 'x'.repeat(101) }],
			/Placeholder of Input "a" has 101/,
		],
		[
			'a submit button without a form',
			[{ name: 'a', sends: 'atOnce' }],
			/Button 1 belongs to a form/,
			{ cardButtons: { button: [{ text: 'Send', action: 'submit' }] } },
		],
		[
			'a dialog without a title',
			[],
			/Confirmation Title of Button 1 is empty/,
			{ cardButtons: { button: [{ text: 'Go', action: 'callback', confirm: true }] } },
		],
		[
			'a menu with a value twice',
			[],
			/Menu has two choices with the value "a"/,
			{
				options: {
					cardMenu: {
						choice: [
							{ text: 'A', value: 'a' },
							{ text: 'B', value: 'a' },
						],
					},
				},
			},
		],
		[
			'more elements than Lark takes',
			Array.from({ length: 101 }, (_each, index) => ({ name: `n${index}`, label: 'L' })),
			/elements of at most 200/,
		],
	])('refuses %s before anything is sent', async (_case, inputs, message, more = {}) => {
		await refused('interactive', card(inputs, more), message);
	});

	it('updates a card to one with a form, and replies with one', async () => {
		const { items } = await send('interactive', { cardTitle: 'Wait' });
		const [{ json }] = items;
		const fields = card([{ name: 'why', label: 'Why' }]);
		const message = { resource: 'message', messageId: json.message_id } as const;
		const updated = await sending.lark.run({
			...message,
			operation: 'updateCard',
			...fields,
		} as never);
		expect(updated.error).toBeUndefined();
		const replied = await sending.lark.run({
			...message,
			operation: 'reply',
			msgType: 'interactive',
			...fields,
		} as never);
		expect(replied.error).toBeUndefined();
		for (const { sentContent } of sending.group.messages) {
			expect(sentContent).toContain('"tag":"form"');
		}
	});
});
