internal import CGLPK

/// Every option of the two routines that solve. None is left to a default, none depends on time.
///
/// Measured on State-level programs of 157 States (25,000 columns, 13,000 rows): as below 0.11 to
/// 0.26 s, all ended at the root; the dual simplex instead 1.2 to 2.1 s, because it ends in bases
/// that are not integral; the presolver of the simplex method 0.13 to 0.42 s; that of branch and
/// bound 0.24 to 0.47 s. No kind of cut changed a time.
enum Options {
  /// The options of `glp_simplex`.
  static func simplex() -> glp_smcp {
    var options = glp_smcp()
    unsafe glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    // From "nobody reviews" the primal method walks through few bases, nearly always integral
    // ones: branch and bound then ends where it starts.
    options.meth = GLP_PRIMAL
    options.pricing = GLP_PT_PSE
    options.r_test = GLP_RT_HAR
    options.tol_bnd = Tolerance.relative
    options.tol_dj = Tolerance.relative
    options.tol_piv = 1e-9
    options.obj_ll = -Double.greatestFiniteMagnitude
    options.obj_ul = Double.greatestFiniteMagnitude
    options.it_lim = Int32.max
    options.tm_lim = Int32.max
    options.out_frq = Int32.max
    options.out_dly = 0
    // Branch and bound needs the basis of the program as it is, and to undo a presolve is one more
    // place for floating point to go wrong. It gains nothing on programs like ours.
    options.presolve = GLP_OFF
    options.excl = GLP_ON
    options.shift = GLP_ON
    options.aorn = GLP_USE_NT
    return options
  }

  /// The options of `glp_intopt`.
  static func integer() -> glp_iocp {
    var options = unsafe glp_iocp()
    unsafe glp_init_iocp(&options)
    unsafe options.msg_lev = GLP_MSG_OFF
    unsafe options.br_tech = GLP_BR_DTH
    unsafe options.bt_tech = GLP_BT_BLB
    unsafe options.tol_int = Tolerance.whole
    unsafe options.tol_obj = Tolerance.relativeObjective
    unsafe options.tm_lim = Int32.max
    unsafe options.out_frq = Int32.max
    unsafe options.out_dly = Int32.max
    unsafe options.cb_func = nil
    unsafe options.cb_info = nil
    unsafe options.cb_size = 0
    unsafe options.pp_tech = GLP_PP_ALL
    unsafe options.mip_gap = 0
    // Cuts are computed from floating-point bases, and one that is off by a little can cut off the
    // optimum. Branching on whole numbers cannot.
    unsafe options.mir_cuts = GLP_OFF
    unsafe options.gmi_cuts = GLP_OFF
    unsafe options.cov_cuts = GLP_OFF
    unsafe options.clq_cuts = GLP_OFF
    // With its presolver, branch and bound would solve the relaxation a second time.
    unsafe options.presolve = GLP_OFF
    unsafe options.binarize = GLP_OFF
    // The feasibility pump draws random numbers, the proximity search looks at the clock; simple
    // rounding does neither.
    unsafe options.fp_heur = GLP_OFF
    unsafe options.ps_heur = GLP_OFF
    unsafe options.ps_tm_lim = Int32.max
    unsafe options.sr_heur = GLP_ON
    unsafe options.use_sol = GLP_OFF
    unsafe options.save_sol = nil
    unsafe options.alien = GLP_OFF
    unsafe options.flip = GLP_OFF
    return unsafe options
  }
}
