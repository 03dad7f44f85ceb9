import { withoutMentions, asWritten } from '../../../shared/content/asWritten';
import { InputError } from '../../../shared/inputError';
import { streamCardText } from '../../../shared/lark/cardEntities';
import { cardEntityId, elementIdField } from '../../fields/cardEntity';
import type { Field } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { sendAsWritten } from '../../fields/sendAsWritten';
import type { Operation } from '../operation';
import { changeOf } from './cardChange';

const MAX_CHARACTERS = 100_000;

const element = elementIdField({ description: 'The element_id of a text in the card' });

const text: Field<string> = {
	property: {
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.text }}',
		description:
			'All of the text, in Markdown: not only what is new. If it goes on where the text in the card ends, the rest is typed out. Otherwise it is there at once.',
	},
	read(item) {
		const given = item.string('text');
		if (given.trim() === '') {
			throw new InputError(
				'Text is empty',
				'Enter a text. To take the text away, use Delete Element.',
			);
		}
		if (given.length <= MAX_CHARACTERS) return given;
		throw new InputError(
			`Text is too long: ${given.length} characters of at most ${MAX_CHARACTERS}`,
			'Go on in another card.',
		);
	},
};

export const cardStreamText: Operation = {
	name: 'Stream Text',
	value: 'streamText',
	action: 'Stream text into a card',
	description:
		'Write a text into an element of a Lark card, where the app of the reader types it out. The streaming mode of the card must be on.',
	endpoints: [streamCardText],
	lanes: [cardEntityId],
	properties: [
		cardEntityId.property,
		element.property,
		text.property,
		optionsCollection([sendAsWritten.property]),
	],

	async execute(item) {
		const element_id = element.read(item);
		const given = text.read(item);
		const content = sendAsWritten.read(item) ? asWritten(withoutMentions(given)) : given;
		return await changeOf(item, { element_id, content }, async (card_id, { sequence, uuid }) => {
			const request = { path: { card_id, element_id }, body: { content, sequence }, uuid };
			return await item.lark.call(streamCardText, request);
		});
	},
};
