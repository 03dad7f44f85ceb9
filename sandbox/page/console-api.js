import { call } from './api.js';

/**
 * The developer console, by the sandbox's control API. Each rejects with the sandbox's own words.
 *
 * @typedef {import('./api.js').Console} Console
 */

/** @param {string} appId @returns {Promise<Console>} */
export const fetchConsole = (appId) => call(`apps/${appId}`);

/** @param {string} name @returns {Promise<Console>} */
export const createApp = (name) => call('apps', { method: 'POST', body: { name } });

/**
 * @param {string} appId
 * @param {{ name?: string, scopes?: string[], events?: string[], redirect_urls?: string[],
 *   bot_enabled?: boolean, disabled?: boolean, needs_approval?: boolean, shows_settings?: boolean,
 *   allowed_ips?: string[] }} change
 * @returns {Promise<Console>}
 */
export const changeApp = (appId, change) =>
	call(`apps/${appId}`, { method: 'PATCH', body: change });

/**
 * An administrator approves or rejects the version under review.
 *
 * @param {string} appId @param {string} versionId @param {boolean} approve
 */
export const decideVersion = (appId, versionId, approve) =>
	call(`apps/${appId}/versions/${versionId}`, { method: 'POST', body: { approve } });

/**
 * Saves where an app's events go, after the handshake that Lark demands.
 *
 * @param {string} appId
 * @param {string} url
 */
export const setRequestUrl = (appId, url) =>
	call(`apps/${appId}/subscription`, { method: 'PUT', body: { request_url: url } });

/**
 * Sends an app's events over its long connection. Fails while no client is connected.
 *
 * @param {string} appId
 */
export const useLongConnection = (appId) =>
	call(`apps/${appId}/long-connection`, { method: 'PUT', body: {} });

/**
 * @param {Record<string, string>} scene app_id, chat_id, open_id
 * @returns {Promise<import('./api.js').Example[]>} every event and callback, with IDs of the scene
 */
export const fetchExamples = async (scene) =>
	(await call(`events?${new URLSearchParams(scene)}`)).items;

/** @param {{ event_type: string, event: object, app_id: string }} push */
export const pushEvent = (push) => call('events', { method: 'POST', body: push });
