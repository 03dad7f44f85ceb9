import { NodeApiError } from 'n8n-workflow';

/**
 * Tells why Lark refused a call.
 *
 * @param error what `LarkClient.call` has thrown
 * @returns Lark's error code; undefined when there was no response from Lark
 */
export function larkCodeOf(error: unknown): number | undefined {
	const code = error instanceof NodeApiError ? error.errorResponse?.code : undefined;
	return typeof code === 'number' ? code : undefined;
}
