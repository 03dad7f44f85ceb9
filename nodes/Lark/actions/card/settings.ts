import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../../shared/content/json';
import {
	choiceField,
	choiceOption,
	numberOption,
	switchOption,
	textOption,
	type Field,
} from '../../fields/field';
import type { ItemParameters } from '../../fields/item';

/** Lark's apps take whole numbers; larger ones would stop the typing. */
const TYPING_RANGE = { minValue: 1, maxValue: 10_000, numberPrecision: 0 };

const summary = textOption({
	displayName: 'Preview',
	name: 'summary',
	type: 'string',
	default: '',
	placeholder: 'e.g. The deploy is done',
	description: 'What the list of chats shows of the card',
});

const interval = numberOption({
	displayName: 'Typing Interval (Milliseconds)',
	name: 'typingInterval',
	type: 'number',
	typeOptions: TYPING_RANGE,
	default: 70,
	description: 'How long the apps of Lark wait between two steps when they type out a text',
});

const step = numberOption({
	displayName: 'Typing Step (Characters)',
	name: 'typingStep',
	type: 'number',
	typeOptions: TYPING_RANGE,
	default: 1,
	description: 'How many characters the apps of Lark type in one step',
});

const strategy = choiceOption({
	displayName: 'When More Text Comes',
	name: 'typingStrategy',
	type: 'options',
	options: [
		{
			name: 'Show What Is Left at Once',
			value: 'fast',
			description: 'Then type the new text',
		},
		{ name: 'Type Everything', value: 'delay', description: 'The text can lag behind' },
	],
	default: 'fast',
	description: 'What happens to text that is not typed out yet',
});

const forwarding = switchOption({
	displayName: 'Allow Forwarding',
	name: 'enableForward',
	type: 'boolean',
	default: true,
	description: 'Whether people may forward the card',
});

/** Whether text can be streamed into the card from now on. */
export const streamingMode = choiceField({
	displayName: 'Streaming Mode',
	name: 'streamingMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Leave as It Is', value: 'keep' },
		{
			name: 'Turn Off',
			value: 'off',
			description:
				'The text is complete. Give the card a Preview, or it may go on to be called generating.',
		},
		{ name: 'Turn On', value: 'on', description: 'For up to 10 minutes' },
	],
	default: 'off',
});

const link = textOption({
	displayName: 'Link',
	name: 'cardLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com',
	description: 'What opens when somebody clicks the card',
});

const configFields: Array<Field<unknown>> = [summary, interval, step, strategy, forwarding];

/** Options of a new card. */
export const configOptions: INodeProperties[] = configFields.map(({ property }) => property);

/** What Update Settings can change. */
export const settingOptions: INodeProperties[] = [...configOptions, link.property];

/**
 * Reads what the options say of the `config` of a card.
 *
 * @throws InputError for a value that cannot be used
 * @see cardkit-v1/card/create, config.streaming_config
 */
export function readConfig(item: ItemParameters): JsonObject {
	const [text, milliseconds, characters, how, forward] = [
		summary.read(item),
		interval.read(item),
		step.read(item),
		strategy.read(item),
		forwarding.read(item),
	];
	const typing = {
		...(milliseconds !== undefined && { print_frequency_ms: { default: milliseconds } }),
		...(characters !== undefined && { print_step: { default: characters } }),
		...(how !== undefined && { print_strategy: how }),
	};
	return {
		...(text !== '' && { summary: { content: text } }),
		...(forward !== undefined && { enable_forward: forward }),
		...(Object.keys(typing).length > 0 && { streaming_config: typing }),
	};
}

/** As `readConfig`, with everything that Update Settings can change. */
export function readCardSettings(item: ItemParameters): JsonObject {
	const mode = streamingMode.read(item);
	const config = { ...readConfig(item), ...(mode !== 'keep' && { streaming_mode: mode === 'on' }) };
	const url = link.read(item).trim();
	return {
		...(Object.keys(config).length > 0 && { config }),
		...(url !== '' && { card_link: { url } }),
	};
}
