import type { INodeProperties } from 'n8n-workflow';

import type { Mentions } from '../../shared/content/mention';
import type { ItemParameters } from './item';

/** The option that mentions people in a text, without tags written by hand; `mentionsOf` reads it. */
export const mentionsOption: INodeProperties = {
	displayName: 'Mentions',
	name: 'mentions',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add mentions',
	description: 'Whom the message notifies by name',
	options: [
		{
			displayName: 'Mentions',
			name: 'mention',
			values: [
				{
					displayName: 'People',
					name: 'people',
					type: 'string',
					default: '',
					placeholder: 'e.g. ou_7d8a6e6df762, ou_9b0a6e6df762',
					description:
						'Open IDs (ou_...), union IDs (on_...) or user IDs, with commas between them or as a list. User > Find by Email or Phone gives them.',
				},
				{
					displayName: 'Everyone',
					name: 'everyone',
					type: 'boolean',
					default: false,
					description: 'Whether to mention everyone in the group',
				},
				{
					displayName: 'Position',
					name: 'position',
					type: 'options',
					options: [
						{ name: 'At the Start', value: 'start' },
						{ name: 'At the End', value: 'end' },
						{
							name: 'At Placeholders',
							value: 'placeholders',
							description:
								'In the text, @1 stands for the first person, @2 for the second, @all for everyone',
						},
					],
					default: 'start',
				},
			],
		},
	],
};

export function mentionsOf(item: ItemParameters): Mentions {
	const mention = 'options.mentions.mention';
	return {
		people: item.strings(`${mention}.people`),
		everyone: item.boolean(`${mention}.everyone`),
		position: item.string(`${mention}.position`) as Mentions['position'],
	};
}
