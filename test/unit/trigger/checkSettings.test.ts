import type { IHookFunctions, INode } from 'n8n-workflow';

import { checkSettings } from '../../../nodes/shared/trigger/checkSettings';

/** A trigger with these parameters, as far as the check needs one. */
function triggerWith(parameters: Record<string, unknown>): IHookFunctions {
	const context: Pick<IHookFunctions, 'getNode' | 'getNodeParameter'> = {
		getNode: () => ({ name: 'Lark Trigger', type: 'larkTrigger' }) as INode,
		getNodeParameter: (name: string, fallback?: unknown) =>
			(parameters[name] ?? fallback) as object,
	};
	return context as IHookFunctions;
}

describe('the settings of a trigger that is published or tested', () => {
	it('are read when they can be used', () => {
		const { settings, callbackResponse } = checkSettings(
			triggerWith({ events: ['im.chat.updated_v1'] }),
		);
		expect([...settings.events]).toEqual(['im.chat.updated_v1']);
		expect(callbackResponse).toEqual({});
	});

	// Of an error at this point, n8n shows nothing but the message.
	it.each([
		[{ directScope: 'selected' }, 'Selected People is empty. Add at least one, or choose all.'],
		[{ callbackCard: 'json', callbackCardJson: '{' }, /^Card JSON is not JSON.*\. Enter JSON/],
	])('tell what is wrong and how to mend it in the message: %j', (parameters, message) => {
		expect(() => checkSettings(triggerWith(parameters))).toThrow(message);
	});
});
