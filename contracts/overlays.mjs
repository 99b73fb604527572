// The closed list of corrections to what the sources say. Each has a name, a reason, the
// operations it touches and a patch (merged into their records) or whole records of our own.
import { cruxOverlays } from './overlays/crux.mjs';
import { ebayOrdersOverlays } from './overlays/ebayOrders.mjs';
import { ebayOverlays } from './overlays/ebay.mjs';
import { ebayInventoryOverlays } from './overlays/ebayInventory.mjs';
import { whiskOverlays } from './overlays/whisk.mjs';

export const overlays = [...cruxOverlays, ...whiskOverlays, ...ebayOverlays, ...ebayInventoryOverlays, ...ebayOrdersOverlays];
