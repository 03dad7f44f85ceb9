import {
	checkCallbackResponse,
	type CallbackResponse,
} from '../../shared/trigger/callback/callbackResponse';
import type { N8nResponse } from '../heldResponse';

/** The callback response in the response of another webhook, if there is one. */
export function callbackResponseIn({ status, body }: N8nResponse): CallbackResponse | undefined {
	if (status < 200 || status >= 300) return undefined;
	try {
		return checkCallbackResponse(body ?? {});
	} catch {
		return undefined;
	}
}
