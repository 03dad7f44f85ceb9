import type { CardText } from '../../../../../shared/content/cardText';
import { markdownOf } from '../../../../../shared/decision/closedCard';
import type { Pressed } from '../../../../../shared/decision/pressed';
import type { Question, QuestionField } from '../../../../../shared/decision/question';
import {
	APPROVE,
	CHOICE_LABEL,
	DECLINE,
	PAGE,
	REASON_LABEL,
	RESPONSE_LABEL,
	SUBMIT,
	TITLES,
} from '../../../../../shared/decision/words';

/** The language of a page. */
export type Language = 'en_us' | 'zh_cn';

/**
 * A field as n8n's page for forms has it.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/templates/form-trigger.handlebars
 */
interface PageField {
	id: string;
	errorId: string;
	label: string;
	inputRequired: 'form-required' | '';
	defaultValue: string | string[];
	placeholder: string;
	isInput?: true;
	type?: string;
	isTextarea?: true;
	isSelect?: true;
	selectOptions?: string[];
	isMultiSelect?: true;
	radioSelect?: 'radio';
	multiSelectOptions?: Array<{ id: string; label: string }>;
}

/** A field of a page, and how n8n's page shows it. */
type Shown = Pick<
	QuestionField,
	'label' | 'type' | 'required' | 'placeholder' | 'defaultValue' | 'choices'
> & { isRadio?: boolean };

const textIn = (text: CardText, language: Language): string =>
	typeof text === 'string' ? text : text[language];

const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function elementOf({ type, choices, isRadio }: Shown, id: string): Partial<PageField> {
	switch (type) {
		case 'textarea':
			return { isTextarea: true };
		case 'dropdown':
			if (!isRadio) return { isSelect: true, selectOptions: choices };
			break;
		case 'multiSelect':
		case 'checkbox':
			break;
		default:
			return { isInput: true, type };
	}
	return {
		isMultiSelect: true,
		...(isRadio && { radioSelect: 'radio' as const }),
		multiSelectOptions: choices.map((label, index) => ({ id: `option${index}_${id}`, label })),
	};
}

function pageField(field: Shown, index: number): PageField {
	const id = `field-${index}`;
	const { label, required, defaultValue, placeholder, type } = field;
	return {
		id,
		errorId: `error-${id}`,
		label,
		inputRequired: required ? 'form-required' : '',
		defaultValue: type === 'dropdown' ? String(defaultValue) : defaultValue,
		placeholder,
		...elementOf(field, id),
	};
}

const BARE = { placeholder: '', defaultValue: '', choices: [] };

/** The fields of the page by which a question is answered this way. */
function fieldsOf({ asked }: Question, pressed: Pressed, language: Language): Shown[] {
	switch (asked.type) {
		case 'approval': {
			if (pressed !== 'decline' || asked.reason === 'none') return [];
			const label = textIn(REASON_LABEL, language);
			return [{ ...BARE, label, type: 'textarea', required: asked.reason === 'required' }];
		}
		case 'choice': {
			const label = textIn(CHOICE_LABEL, language);
			const type = asked.several ? 'checkbox' : 'dropdown';
			const isRadio = !asked.several;
			return [{ ...BARE, label, type, required: true, choices: asked.choices, isRadio }];
		}
		case 'freeText':
			return asked.fields.map((field) => ({ ...field, label: textIn(RESPONSE_LABEL, language) }));
		default:
			return asked.fields;
	}
}

function buttonOf({ asked }: Question, pressed: Pressed): CardText {
	if (asked.type !== 'approval') return asked.submit || SUBMIT;
	return pressed === 'approve' ? asked.approve.label || APPROVE : asked.decline?.label || DECLINE;
}

/**
 * Makes what n8n's page for forms shows: the message, the fields and one button. The page itself decides nothing.
 *
 * @param pressed which button of the card has led here
 */
export function pageOf(question: Question, pressed: Pressed, language: Language) {
	const { title, description } = question.page ?? { title: '', description: '' };
	const text = description || markdownOf(question);
	const isChinese = language === 'zh_cn';
	return {
		testRun: false,
		formTitle: title || question.title || textIn(TITLES[question.asked.type], language),
		formDescription: escaped(text),
		formDescriptionMetadata: text.slice(0, 150),
		formSubmittedHeader: textIn(PAGE.thanks, language),
		formSubmittedText: textIn(PAGE.close, language),
		n8nWebsiteLink: 'https://n8n.io',
		formFields: fieldsOf(question, pressed, language).map(pageField),
		useResponseData: false,
		appendAttribution: question.attribution && !isChinese,
		buttonLabel: textIn(buttonOf(question, pressed), language),
	};
}
