import { InputError } from '../../../shared/inputError';
import { updateUrlPreviews } from '../../../shared/lark/urlPreviews';
import { chunk } from '../../fields/chunk';
import type { Field } from '../../fields/field';
import { checkOpenIds } from '../../fields/openIds';
import { optionsCollection } from '../../fields/options';
import { partIdsField } from '../../fields/partId';
import type { Operation } from '../operation';

/** im-v1/url_preview/batch_update: how many tokens and people one request takes. */
const MAX_TOKENS = 10;
const MAX_PEOPLE = 100;

const previewTokens = partIdsField({
	displayName: 'Preview Tokens',
	name: 'previewTokens',
	placeholder: 'e.g. {{ $json.context.preview_token }}',
	description:
		'From Lark Trigger on Link Preview Requested: preview_token, several separated by commas. Each can be updated once in 5 seconds.',
	fix: 'Take it from Lark Trigger on Link Preview Requested: {{ $json.context.preview_token }}.',
});

const previewUpdateFor: Field<string[]> = {
	property: {
		displayName: 'Update For',
		name: 'open_ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
		description: `Open IDs of those who get the new preview, up to ${MAX_PEOPLE}. Everybody in the chat when empty.`,
	},
	read(item) {
		const ids = checkOpenIds('Update For', item.strings('options.open_ids'));
		if (ids.length <= MAX_PEOPLE) return ids;
		throw new InputError(
			`Update For has ${ids.length} entries, Lark takes at most ${MAX_PEOPLE}`,
			'Leave it empty to update the preview for everybody.',
		);
	},
};

export const urlPreviewUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update link previews',
	description:
		'Let Lark ask again for link previews that a Lark Trigger has answered, so that they show what is new',
	endpoints: [updateUrlPreviews],
	lanes: [previewTokens],
	properties: [previewTokens.property, optionsCollection([previewUpdateFor.property])],

	async execute(item) {
		const tokens = previewTokens.read(item);
		const people = previewUpdateFor.read(item);
		const open_ids = people.length > 0 ? people : undefined;
		for (const preview_tokens of chunk(tokens, MAX_TOKENS)) {
			await item.lark.call(updateUrlPreviews, { body: { preview_tokens, open_ids } });
		}
		return { success: true };
	},
};
