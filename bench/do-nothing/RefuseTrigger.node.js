'use strict';

/** Refuses every request without a look at it: what n8n itself needs to ask a trigger. */
class RefuseTrigger {
	description = {
		displayName: 'Refuse Trigger',
		name: 'refuseTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Refuses every request',
		defaults: { name: 'Refuse Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [],
	};

	/** @this {import('n8n-workflow').IWebhookFunctions} */
	async webhook() {
		this.getResponseObject().status(401).json({ message: 'Refused' });
		return { noWebhookResponse: true };
	}
}

module.exports = { RefuseTrigger };
