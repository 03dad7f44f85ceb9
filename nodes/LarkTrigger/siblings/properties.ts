import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import type { ParameterSource } from '../../shared/trigger/context';
import { readStrings } from '../../shared/values';
import { catchUpOption, readLookBack } from '../catchUp/properties';
import { readRegistration, registrationOptions } from '../registration/properties';

/**
 * Checks Forward To, which is read again for every push.
 *
 * @throws InputError for what is no URL of a webhook
 */
function checkForwardTo(source: ParameterSource): void {
	const urls = readStrings('Forward To', source.getNodeParameter('webhookOptions.forwardTo', []));
	const wrong = urls.find((url) => !/^https?:\/\//i.test(url) || !URL.canParse(url));
	if (wrong === undefined) return;
	throw new InputError(
		`Forward To cannot have "${wrong}"`,
		'Copy the Production URL of the other Lark Trigger. It starts with https:// or http://.',
	);
}

/**
 * Checks all of Webhook Options.
 *
 * @throws InputError for a value that is not of its kind
 */
export function checkWebhookOptions(source: ParameterSource): void {
	checkForwardTo(source);
	readRegistration(source);
	readLookBack(source);
}

/** What is about the webhook alone, and seldom needed. */
export const siblingOptions: INodeProperties = {
	displayName: 'Webhook Options',
	name: 'webhookOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		catchUpOption,
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
		...registrationOptions,
	],
};
