import { pauseOf } from '../../../world/url-previews';
import { invalidParameter } from '../../checks';
import { handler, type HandlerTable } from '../../handler';
import { tooFrequent } from '../../response';

interface Tokens {
	preview_tokens: string[];
	open_ids?: string[];
}

/** im-v1/url_preview/batch_update.md: tokens of `url.preview.get`, each once in five seconds. */
const batchUpdate = handler<{ body: Tokens }>(({ app, endpoint, body }, { world, limiter }) => {
	const { preview_tokens, open_ids } = body;
	const now = world.now();
	const previews = preview_tokens.map((token) => {
		const preview = world.urlPreviews.of(token, app.appId);
		if (!preview) throw invalidParameter(endpoint, 'invalid preview_token');
		return preview;
	});
	const unknown = open_ids?.find((id) => !world.findUser(app, 'open_id', id));
	if (unknown) throw invalidParameter(endpoint, 'invalid open_id');
	const pause = Math.max(...previews.map((preview) => pauseOf(preview, now)));
	if (limiter && pause > 0) {
		throw tooFrequent({ limit: 1, resetSeconds: Math.ceil(pause / 1_000) });
	}
	for (const { updates } of previews) updates.push({ time: now, ...(open_ids && { open_ids }) });
	return {};
});

export const urlPreviewHandlers: HandlerTable = {
	'im.v2.url_preview.batch_update': batchUpdate,
};
