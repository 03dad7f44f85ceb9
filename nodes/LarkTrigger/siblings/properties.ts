import type { INodeProperties } from 'n8n-workflow';

/** For the set-up in which triggers cannot find each other by themselves. */
export const siblingOptions: INodeProperties = {
	displayName: 'Webhook Options',
	name: 'webhookOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Forward To',
			name: 'forwardTo',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add URL' },
			default: [],
			placeholder: 'e.g. https://n8n.example.com/webhook/.../webhook',
			description:
				'Production URLs of other Lark Triggers on the same app. Needed only if n8n runs webhooks in processes of their own: otherwise the triggers find each other.',
		},
	],
};
