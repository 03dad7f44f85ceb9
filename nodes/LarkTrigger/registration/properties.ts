import type { INodeProperties } from 'n8n-workflow';

import type { ParameterSource } from '../../shared/trigger/context';
import { readBoolean } from '../../shared/values';

/** Whether the trigger tells Lark its address by itself, and whose it may take the place of. */
export const registrationOptions: INodeProperties[] = [
	{
		displayName: 'Register the Request URL',
		name: 'registerUrl',
		type: 'boolean',
		default: true,
		description:
			'Whether to save the URL of this trigger as request URL of the app, when the workflow is published and while a test listens. The app needs the scopes application:application:patch and application:application:self_manage.',
	},
	{
		displayName: 'Replace the Request URL',
		name: 'replaceUrl',
		type: 'boolean',
		default: false,
		description:
			'Whether to replace a request URL that belongs to another server, which then gets no more events of the app',
	},
];

/**
 * Reads the options of the registration.
 *
 * @throws InputError for what is neither on nor off
 */
export function readRegistration(source: ParameterSource) {
	const [registers, replaces] = registrationOptions.map((option) => {
		const given = source.getNodeParameter(`webhookOptions.${option.name}`, option.default);
		return readBoolean(option.displayName, given ?? option.default);
	});
	return { registers, replaces };
}
