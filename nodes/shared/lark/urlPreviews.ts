import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Previews of links that the app has answered (im-v1/url_preview). */

export const updateUrlPreviews = endpoint<Client['im']['v2']['urlPreview']['batchUpdate']>(
	'POST',
	'/open-apis/im/v2/url_previews/batch_update',
	{
		tokens: BOT,
		scopes: ['im:url_preview.update'],
		rate: { perSecond: 5 },
		repeat: 'always',
		doc: 'im-v1/url_preview/batch_update',
	},
);
