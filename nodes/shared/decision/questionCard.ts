import { plainText, type CardText } from '../content/cardText';
import { callbackButton } from '../content/elements/buttons';
import { checker } from '../content/elements/checker';
import { flow, form } from '../content/elements/layout';
import { personSelect } from '../content/elements/personSelect';
import { datePicker, timePicker } from '../content/elements/datePickers';
import { multiSelect, singleSelect } from '../content/elements/select';
import { textInput } from '../content/elements/textInput';
import type { JsonObject } from '../content/json';
import { PRESSED, REASON_FIELD, type Pressed } from './pressed';
import type { Question, QuestionButton, QuestionField } from './question';
import { boxName, choiceValue, fieldName } from './readValues';
import { aboutOf } from './closedCard';
import { APPROVE, CHOOSE, DECLINE, REASON_PLACEHOLDERS, SUBMIT } from './words';

/** More entries than this are a list to open; fewer are buttons. */
const MAX_CHOICE_BUTTONS = 5;

const FORM = 'lark_question';

/** What a button hands over: the ticket, what it stands for, and what is left of the card when it is closed. */
const valueOf = (question: Question, pressed: Pressed, more: JsonObject = {}): JsonObject => ({
	lark_question: question.ticket,
	[PRESSED]: pressed,
	about: aboutOf(question),
	...more,
});

const labelOf = ({ label }: QuestionButton, words: CardText): CardText => label || words;

function approvalElements(question: Question): JsonObject[] {
	const { asked } = question;
	if (asked.type !== 'approval') return [];
	const { approve, decline, reason } = asked;
	const inForm = decline !== undefined && reason !== 'none';
	const button = (pressed: Pressed, { style }: QuestionButton, text: CardText) =>
		callbackButton({
			text,
			style,
			value: valueOf(question, pressed),
			...(inForm && { submits: pressed }),
		});
	const buttons = flow([
		button('approve', approve, labelOf(approve, APPROVE)),
		...(decline ? [button('decline', decline, labelOf(decline, DECLINE))] : []),
	]);
	if (reason === 'none' || !inForm) return [buttons];
	const placeholder = REASON_PLACEHOLDERS[reason];
	return [form(FORM, [textInput({ name: REASON_FIELD, placeholder, rows: 2 }), buttons])];
}

const submit = (question: Question, label: string): JsonObject =>
	callbackButton({
		text: label || SUBMIT,
		style: 'primary',
		value: valueOf(question, 'submit'),
		submits: 'submit',
	});

/** The entries of a list; their values are their places. */
const listed = (choices: string[]) =>
	choices.map((text, index) => ({ text, value: choiceValue(index) }));

function choiceElements(question: Question): JsonObject[] {
	const { asked } = question;
	if (asked.type !== 'choice') return [];
	if (!asked.several && asked.choices.length <= MAX_CHOICE_BUTTONS) {
		return [
			flow(
				asked.choices.map((text, index) =>
					callbackButton({
						text,
						style: 'default',
						value: valueOf(question, 'choose', { choice: choiceValue(index) }),
					}),
				),
			),
		];
	}
	const choices = listed(asked.choices);
	const input = { name: fieldName(0), required: true, placeholder: CHOOSE, choices };
	const list = asked.several ? multiSelect(input) : singleSelect(input);
	return [form(FORM, [list, submit(question, asked.submit)])];
}

/** The places of entries of a list, as the values that the list has for them. */
function placesOf({ choices, defaultValue }: QuestionField): string[] {
	const defaults = new Set([defaultValue].flat());
	return choices.flatMap((choice, index) => (defaults.has(choice) ? [choiceValue(index)] : []));
}

/** The element that takes the answer to a field, or several. */
function inputsOf(field: QuestionField, index: number): JsonObject[] {
	const { type, required, placeholder } = field;
	const input = { name: fieldName(index), required, placeholder };
	const select = { ...input, placeholder: placeholder || CHOOSE, choices: listed(field.choices) };
	const text = String(field.defaultValue);
	switch (type) {
		case 'date':
			return [datePicker({ ...input, date: text })];
		case 'time':
			return [timePicker({ ...input, time: text })];
		case 'dropdown':
			return [singleSelect({ ...select, chosen: placesOf(field)[0] })];
		case 'multiSelect':
			return [multiSelect({ ...select, chosen: placesOf(field) })];
		case 'person':
			return [personSelect({ ...input, placeholder: placeholder || CHOOSE })];
		case 'checkbox':
			return field.choices.map((choice, box) =>
				checker({
					name: boxName(index, box),
					text: choice,
					checked: placesOf(field).includes(choiceValue(box)),
				}),
			);
		default:
			return [textInput({ ...input, defaultValue: text, ...(type === 'textarea' && { rows: 4 }) })];
	}
}

/** What stands above a field; it is no markup. */
const labelElement = ({ label, required }: QuestionField): JsonObject[] =>
	label ? [{ tag: 'div', text: plainText(required ? `${label} *` : label) }] : [];

function fieldElements(question: Question): JsonObject[] {
	const { asked } = question;
	if (asked.type !== 'freeText' && asked.type !== 'customForm') return [];
	const inputs = asked.fields.flatMap((field, index) => [
		...labelElement(field),
		...inputsOf(field, index),
	]);
	return [form(FORM, [...inputs, submit(question, asked.submit)])];
}

/** The elements of a card by which people answer. */
export const answerElements = (question: Question): JsonObject[] => [
	...approvalElements(question),
	...choiceElements(question),
	...fieldElements(question),
];
