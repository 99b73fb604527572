import { uuidOf } from '../random';

/** A moment of the autumn that the records are from; days above 30 fall into October. */
export const dayOf = (day: number, time: string): string => `2026-${day > 30 ? '10' : '09'}-${String(((day - 1) % 30) + 1).padStart(2, '0')}T${time}Z`;

/** The supplier's own name of a SKU. */
export const skuIdOf = (serial: number): string => `SKU-${String(serial).padStart(4, '0')}`;

/** The uuid of a SKU. */
export const skuUuid = (seed: number, serial: number): string => uuidOf(seed, `sku:${skuIdOf(serial)}`);

/** The uuid of an item. */
export const itemUuid = (seed: number, serial: number): string => uuidOf(seed, `item:${serial}`);
