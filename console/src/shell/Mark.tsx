/** The name and its sign: two rings that share a part. */
export function Mark({ large = false }: { large?: boolean }) {
  return (
    <span className={large ? 'mark mark-large' : 'mark'}>
      <img src="/favicon.svg" alt="" />
      <span>
        Guanxi <span lang="zh-CN">关系</span>
      </span>
    </span>
  );
}
