/**
 * Whether an address leads to this n8n.
 *
 * @param ownUrl where this n8n's addresses begin, without a slash at the end
 */
export const isOwnUrl = (url: string, ownUrl: string): boolean =>
	ownUrl !== '' && `${url}/`.startsWith(`${ownUrl}/`);
