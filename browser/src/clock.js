// The page asks the browser for the day. Here it is the day of the worked examples, at noon.
{
  const Real = Date;
  const behind = new Real(2026, 10, 24, 12).getTime() - Real.now();
  self.Date = class Date extends Real {
    constructor(...given) {
      if (given.length === 0) {
        super(Real.now() + behind);
      } else {
        super(...given);
      }
    }
    static now() {
      return Real.now() + behind;
    }
  };
}
