package io.guanxi.community;

/** Which period a community is in, by the brand's rule. */
public enum CommunityStage {
    /** 黄金期: worth the effort of growing it. */
    GOLDEN,
    /** 白银期: among the poorest; its potential is tested. */
    SILVER
}
