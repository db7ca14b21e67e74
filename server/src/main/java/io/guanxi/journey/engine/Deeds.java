package io.guanxi.journey.engine;

import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.graph.Node;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** What journeys do to members; in the transaction that moves them. */
interface Deeds {

    /** Has something said to all who walk at a node. */
    void say(Published journey, Node.Message message, List<Walker> walkers);

    /** Puts tags on members, and takes others off. */
    void tag(Published journey, Node.Tagging tagging, RoaringBitmap members);
}
