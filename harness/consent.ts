/**
 * Agrees on the sandbox's consent page as a person, without following the way back.
 *
 * @param authUrl where n8n sends the person
 * @param user the first person by default
 * @returns where the page leads
 */
export async function agree(authUrl: string, user?: { userId: string }): Promise<URL> {
	const shown = await fetch(authUrl);
	if (!shown.ok) throw new Error(await shown.text());
	const answer = await fetch(authUrl, {
		method: 'POST',
		body: new URLSearchParams({ user_id: user?.userId ?? '' }),
		redirect: 'manual',
	});
	const location = answer.headers.get('location');
	if (!location) throw new Error(await answer.text());
	return new URL(location);
}
