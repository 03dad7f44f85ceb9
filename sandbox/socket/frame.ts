import { parse, type Type } from 'protobufjs';

/** `method` of a frame. */
export const CONTROL = 0;
export const DATA = 1;

/** One frame of the long connection, as the official SDKs describe it (package pbbp2). */
export interface Frame {
	SeqID: number;
	LogID: number;
	service: number;
	method: number;
	headers: Header[];
	payload?: Uint8Array;
}

export interface Header {
	key: string;
	value: string;
}

const { root } = parse(`
	syntax = "proto2";
	package pbbp2;
	message Header {
		required string key = 1;
		required string value = 2;
	}
	message Frame {
		required uint64 SeqID = 1;
		required uint64 LogID = 2;
		required int32 service = 3;
		required int32 method = 4;
		repeated Header headers = 5;
		optional string payload_encoding = 6;
		optional string payload_type = 7;
		optional bytes payload = 8;
		optional string LogIDNew = 9;
	}
`);
// Set up at once: the official SDK switches 64-bit numbers off for all users of the library when it loads.
const type: Type = root.resolveAll().lookupType('pbbp2.Frame').setup();

export function encode(frame: Frame): Uint8Array {
	return type.encode(type.create(frame)).finish();
}

/** @throws when the bytes are no frame */
export function decode(bytes: Uint8Array): Frame {
	return type.toObject(type.decode(bytes), { longs: Number, arrays: true }) as Frame;
}

export function headerOf({ headers }: Frame, key: string): string | undefined {
	return headers.find((header) => header.key === key)?.value;
}
